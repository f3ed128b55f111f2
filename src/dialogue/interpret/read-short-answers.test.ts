import { describe, expect, it } from 'vitest'
import { newConversation } from '#conversation/conversation.ts'
import { heard, inFewWords, interpret, understand } from './fixtures/understand.ts'

const choosing = {
  asks: { for: 'choice' },
  choices: ['article:pas-voksne#main', 'article:pas-boern#main'],
} as const
const offered = { asks: { for: 'person', reason: 'no-answer' }, choices: ['human'] } as const
const callback = {
  asks: { for: 'callback', slots: [] },
  choices: ['call-me', 'write-here', 'no-thanks'],
} as const

describe('a choice', () => {
  it.each([
    ['2', 'chosen article:pas-boern#main'],
    ['nr. 2', 'chosen article:pas-boern#main'],
    ['B', 'chosen article:pas-boern#main'],
    ['den første', 'chosen article:pas-voksne#main'],
    ['pas til et barn', 'chosen article:pas-boern#main'],
    ['pas til et bran', 'chosen article:pas-boern#main'],
    ['børnepas', 'chosen article:pas-boern#main'],
    ['storskrald', 'answer storskrald#main'],
  ])('is read from %j as %s', async (text, expected) => {
    expect(await understand(text, choosing)).toBe(expected)
  })

  it.each([
    ['ring', 'chosen call-me'],
    ['SKRIV', 'chosen write-here'],
    ['nej tak', 'chosen no-thanks'],
    ['ja', 'yes'],
  ])('of how to be called back is read from %j as %s', async (text, expected) => {
    expect(await understand(text, callback)).toBe(expected)
  })
})

describe('yes and no', () => {
  it.each([
    ['ja', 'yes'],
    ['Ja tak!', 'yes'],
    ['nej', 'no'],
    ['no thanks', 'no'],
    ['ja det må du gerne', 'yes'],
  ])('%j is %s', async (text, expected) => {
    expect(await understand(text, offered)).toBe(expected)
  })

  it('a question after an offer is a question', async () => {
    expect(await understand('hvad koster et pas', offered)).toBe('answer pas-voksne#price')
  })
})

describe('a press', () => {
  it('is read directly, with the article of now', async () => {
    const said = { via: 'chosen', choice: 'article:pas-boern#price' } as const
    const { understanding } = await interpret(newConversation, [heard('Pas til et barn', { said })])
    expect(understanding).toEqual({
      kind: 'chosen',
      choice: 'article:pas-boern#price',
      article: { articleId: 'pas-boern', version: 'pas-boern-da', part: 'price' },
    })
  })

  it('of the form names its time', async () => {
    const slot = { from: '2026-06-10T07:00:00.000Z', to: '2026-06-10T10:00:00.000Z' }
    const said = { via: 'form', slot } as const
    const { understanding } = await interpret(newConversation, [heard('', { said })])
    expect(inFewWords(understanding)).toBe(`slot ${slot.from}`)
  })
})

describe('a phone number', () => {
  const standing = { ...newConversation, asks: { for: 'callback-number', slots: [] } as const }

  it('that was taken out of the text was given', async () => {
    const { understanding } = await interpret(standing, [heard('det er', { phone: 'given' })])
    expect(understanding).toEqual({ kind: 'number-given', utteranceId: 'u1' })
  })

  it('that cannot be called was refused', async () => {
    const { understanding } = await interpret(standing, [heard('112', { phone: 'refused' })])
    expect(understanding).toEqual({ kind: 'number-refused' })
  })
})
