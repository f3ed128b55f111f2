import { describe, expect, it } from 'vitest'
import type { Suggest, Suggestion } from '#dialogue/suggest-article.ts'
import { clockFrom } from '#platform/clock.ts'
import type { DeskRow } from './desk-row.ts'
import { suggestedFor } from './suggested.ts'
import { memoryDesk } from './testing/memory-desk.ts'

const stolen: Suggestion = {
  articleId: 'pas-bortkommet',
  version: '5d02aa118822',
  part: 'main',
  title: 'Bortkommet pas',
  text: 'Meld det til politiet.',
}
const suggest: Suggest = async ({ text }) => (text.includes('stjålet') ? stolen : null)
const row = { language: 'da', channel: 'web-chat', alarm: false, reason: null } as DeskRow

function talk() {
  const desk = memoryDesk(clockFrom('2026-06-08T07:16:00.000Z').now, async (id) => id)
  const by = { channel: 'web-chat', language: 'da' } as const
  return {
    lines: () => desk.linesOf('c'),
    citizen: (text: string) =>
      desk.add('c', { by: 'citizen', id: text, ...by, text, masked: false }),
    staff: (text: string) => desk.add('c', { by: 'staff', id: text, ...by, name: 'Sara', text }),
    bot: (outcome: 'answered' | 'signposted-crisis', articleId = 'pas-bortkommet') =>
      desk.add('c', {
        by: 'bot',
        id: outcome,
        ...by,
        text: '…',
        card: null,
        outcome,
        utteranceIds: [],
        articles: [{ articleId, title: '', version: '1', part: 'main' }],
      }),
  }
}

describe('the article that is suggested to staff', () => {
  it('answers what the citizen wrote, also when a thank-you came after it', async () => {
    const { citizen, lines } = talk()
    citizen('mit pas er stjålet')
    citizen('hallo?')
    expect(await suggestedFor(lines(), row, suggest)).toEqual(stolen)
  })
  it('goes once staff have written', async () => {
    const { citizen, staff, lines } = talk()
    citizen('mit pas er stjålet')
    staff('Meld det til politiet.')
    expect(await suggestedFor(lines(), row, suggest)).toBeNull()
    citizen('ja tak')
    expect(await suggestedFor(lines(), row, suggest)).toBeNull()
  })
  it('is not what the bot has sent already', async () => {
    const { citizen, bot, lines } = talk()
    bot('answered')
    citizen('men det er jo stjålet')
    expect(await suggestedFor(lines(), row, suggest)).toBeNull()
  })
  it('is none in a crisis', async () => {
    const { citizen, bot, lines } = talk()
    citizen('mit pas er stjålet')
    expect(await suggestedFor(lines(), { ...row, alarm: true }, suggest)).toBeNull()
    expect(await suggestedFor(lines(), { ...row, reason: 'crisis' }, suggest)).toBeNull()
    bot('signposted-crisis', 'krise')
    expect(await suggestedFor(lines(), row, suggest)).toBeNull()
  })
})
