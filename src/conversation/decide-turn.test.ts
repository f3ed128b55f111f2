import { describe, expect, it } from 'vitest'
import { about, outcome, said, story, types } from './testing/story.ts'
import { closed } from './testing/world.ts'

const two = {
  kind: 'answer',
  articles: [about('passport', 'price'), about('licence', 'price')],
} as const
const unknown = { kind: 'unknown' } as const
const yes = { kind: 'yes' } as const

describe('an answer', () => {
  it('rests on the article in its version', () => {
    const turn = story().turn({ kind: 'answer', articles: [about('passport')] })
    const reply = turn.events.find((event) => event.type === 'reply-chosen')?.reply
    expect(reply?.says).toEqual([
      { from: 'article', articleId: 'passport', version: 'v1', part: 'main' },
    ])
    expect(outcome(turn)).toBe('answered')
  })

  it('to two questions says both where both fit', () => {
    expect(said(story().turn(two))).toEqual(['passport#price', 'licence#price'])
  })

  it('to two questions says and records only what fits', () => {
    const turn = story('sms').turn(two, { fits: (says) => says.length <= 2 })
    expect(said(turn)).toEqual(['conversation.notice', 'passport#price'])
  })

  it.each([{ articlesOff: ['passport'] }, { unpublished: ['passport'] }])(
    'is never given from what is switched off or unpublished: %o',
    (world) => {
      const passport = about('passport')
      const all = [
        story().turn({ kind: 'answer', articles: [passport] }, world),
        story().turn({ kind: 'choose', articles: [passport, passport] }, world),
        story().turn({ kind: 'decision', article: passport }, world),
        story().turn({ kind: 'crisis', intent: 'crisis-suicide', article: passport }, world),
        story().turn({ kind: 'chosen', choice: 'article:passport#main', article: passport }, world),
      ]
      for (const turn of all) expect(said(turn)).not.toContain('passport#main')
      const ownCase = story().turn({ kind: 'own-case', article: passport }, world)
      expect(ownCase.events[0]).toMatchObject({ reply: { choices: ['human'] } })
    },
  )

  it('is not repeated once it is switched off', () => {
    const day = story()
    day.turn({ kind: 'answer', articles: [about('passport')] })
    expect(said(day.turn({ kind: 'repeat' }))).toEqual(['passport#main'])
    expect(said(day.turn({ kind: 'repeat' }, { articlesOff: ['passport'] }))).toEqual([
      'fallback.article-off',
    ])
  })
})

describe('repeating', () => {
  const repeat = { kind: 'repeat' } as const
  const human = { kind: 'human', article: null } as const

  it('says what is true now, when the desk has opened since', () => {
    const night = story('sms')
    night.turn(human, closed)
    expect(said(night.turn(repeat, closed))).toEqual(['human.closed'])
    expect(said(night.turn(repeat))).toEqual(['human.queued'])
    expect(night.state().handledBy).toBe('queue')
  })

  it('does not say "you are in the queue" to somebody who no longer is', () => {
    const day = story()
    day.turn(human)
    day.staff({ act: 'claim', staffId: 'mette' })
    day.staff({ act: 'return', staffId: 'mette' })
    expect(said(day.turn(repeat))).toEqual(['repeat.nothing'])
  })
})

describe('a cry for help', () => {
  const cry = { kind: 'crisis', intent: 'crisis-suicide', article: about('passport') } as const
  it('is answered by the lines, and by the article only where it fits', () => {
    expect(said(story().turn(cry))).toEqual(['crisis-suicide.lines', 'passport#main'])
    expect(said(story('sms').turn(cry, { fits: (says) => says.length < 2 }))).toEqual([
      'crisis-suicide.lines',
    ])
  })
  it('is answered in other words the second time', () => {
    const night = story()
    night.turn(cry)
    expect(said(night.turn(cry))).toEqual(['crisis-suicide.again'])
  })
  it('is answered also while the bot is off, and leads to a person', () => {
    const night = story()
    expect(outcome(night.turn(cry, { botOff: true }))).toBe('signposted-crisis')
    expect(night.turn(yes).events[0]).toMatchObject({
      type: 'handoff-requested',
      reason: 'crisis',
    })
  })
})

describe('a decision asked for', () => {
  const wish = { kind: 'decision', article: about('passport') } as const
  it('is declined, with the rules where they fit', () => {
    expect(said(story().turn(wish))).toEqual(['decision.with-topic', 'passport#main'])
    expect(said(story().turn(wish, { fits: (says) => says.length < 2 }))).toEqual([
      'decision.lines',
    ])
  })
})

describe('a person on offer', () => {
  it.each([
    [{ kind: 'own-case', article: null }, 'own-case'],
    [{ kind: 'decision', article: null }, 'decision'],
    [unknown, 'no-answer'],
    [{ kind: 'failed', why: 'timeout' }, 'no-answer'],
  ] as const)('is handed to for its own reason: %o', (understanding, reason) => {
    const day = story()
    day.turn(understanding)
    day.turn({ kind: 'small-talk', reply: 'thanks' })
    expect(day.turn(yes).events[0]).toMatchObject({ type: 'handoff-requested', reason })
  })

  it('is queued with a reference before it is said', () => {
    const turn = story().turn({ kind: 'human', article: null })
    expect(types(turn)).toEqual(['handoff-requested', 'handoff-queued', 'reply-chosen'])
  })

  it('is said to have failed while the desk is switched off', () => {
    const turn = story().turn({ kind: 'human', article: null }, { accepting: false })
    expect(types(turn)).toEqual(['handoff-requested', 'handoff-failed', 'reply-chosen'])
    expect(said(turn)).toEqual(['human.failed'])
  })

  it('is promised as a callback when nobody is there, in truthful words', () => {
    const ask = { kind: 'human', article: null } as const
    expect(said(story().turn(ask, closed))).toEqual(['human.closed'])
    expect(said(story().turn(ask, { onDuty: false }))).toEqual(['human.nobody'])
  })
})

describe('turns that did not help', () => {
  it('offer a person the second time', () => {
    const day = story()
    expect(said(day.turn(unknown))).toEqual(['fallback.unknown'])
    expect(said(day.turn(unknown))).toEqual(['human.offered'])
  })

  it('never say the same twice running, however long it goes on', () => {
    const day = story()
    const texts = Array.from({ length: 12 }, () => said(day.turn(unknown)).join())
    for (const [i, text] of texts.entries()) expect(text).not.toBe(texts[i - 1])
    expect(texts.filter((text) => text === 'fallback.unknown')).toHaveLength(1)
  })
})

describe('a text message', () => {
  it('says first that a machine writes, once', () => {
    const day = story('sms')
    const answer = { kind: 'answer', articles: [about('passport')] } as const
    expect(said(day.turn(answer))).toEqual(['conversation.notice', 'passport#main'])
    expect(said(day.turn(answer))).toEqual(['passport#main'])
  })

  it('is not answered after STOP, and what was written then is not answered later', () => {
    const day = story('sms')
    day.happens({ type: 'opted-out', at: '2026-06-08T08:00:00.000Z', address: 'a' })
    expect(day.turn(unknown).events).toEqual([])
    day.happens({ type: 'opted-in', at: '2026-06-08T08:00:00.000Z', address: 'a' })
    expect(day.state().unanswered).toEqual([])
  })
})
