import { describe, expect, it } from 'vitest'
import type { CannedReply } from '#desk/canned-replies.ts'
import { findCanned, insertAt } from './canned-find.ts'

const reply = (id: string, title: string, text: string): CannedReply => ({
  id,
  da: { title, text },
  en: { title: `${title} (en)`, text },
  changed: null,
})
const replies = [
  reply('a', 'Pas, stjålet', 'Meld det til politiet.'),
  reply('b', 'Åbningstid', 'Husk dit pas.'),
  reply('c', 'Farvel', 'Hav en god dag.'),
]
const found = (typed: string) => findCanned(replies, typed, 'da').map(({ id }) => id)

describe('finding a canned reply', () => {
  it('shows all before anything is typed, by title', () => {
    expect(found('')).toEqual(['c', 'a', 'b'])
  })
  it('has those with the words in their title first', () => {
    expect(found('pas')).toEqual(['a', 'b'])
    expect(found('politi PAS')).toEqual(['a'])
    expect(found('storskrald')).toEqual([])
  })
})

describe('putting a text into a reply', () => {
  it.each([
    ['', 0, 0, 'Hej.', 4],
    ['Før', 3, 3, 'Før Hej.', 8],
    ['Før efter', 4, 4, 'Før Hej. efter', 8],
    ['Før MARKERET efter', 4, 12, 'Før Hej. efter', 8],
    ['Linje\n', 6, 6, 'Linje\nHej.', 10],
  ])('%j at %i–%i', (before, from, to, text, cursor) => {
    expect(insertAt(before, 'Hej.', { from, to })).toEqual({ text, cursor })
  })
})
