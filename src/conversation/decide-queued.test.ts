import { describe, expect, it } from 'vitest'
import { outcome, type Story, said, story, types } from './testing/story.ts'
import { slots } from './testing/world.ts'

const human = { kind: 'human', article: null } as const
const unknown = { kind: 'unknown' } as const
const no = { kind: 'no' } as const
const typed = { via: 'typed' } as const
const leave = { kind: 'chosen', choice: 'leave-queue', article: null } as const
const callMe = { kind: 'chosen', choice: 'call-me', article: null } as const

function queued(channel: 'web-chat' | 'sms' = 'web-chat'): Story {
  const day = story(channel)
  day.turn(human)
  return day
}
function overdue(): Story {
  const day = queued()
  day.due('handoff-overdue', { at: '2026-06-08T08:05:00.000Z' })
  return day
}

describe('while queued', () => {
  it('one text is acknowledged, the next ones are kept in silence', () => {
    const day = queued()
    expect(said(day.turn(unknown))).toEqual(['human.noted'])
    expect(day.turn(unknown).events).toEqual([])
    expect(day.state().unanswered).toHaveLength(1)
  })

  it.each([no, leave])('"$kind" leaves the queue', (understanding) => {
    const day = queued()
    expect(types(day.turn(understanding))).toEqual(['handoff-returned', 'reply-chosen'])
    expect(day.state()).toMatchObject({ handledBy: 'bot', handoff: null })
  })

  it('asking again says where one stands and queues nothing new', () => {
    const day = queued()
    const again = day.turn(human, { ahead: 2 })
    expect(types(again)).toEqual(['reply-chosen'])
    expect(said(again)).toEqual(['human.already-queued'])
  })

  it('a cry for help is signposted at once and alarms the desk', () => {
    const day = queued()
    const cry = day.turn({ kind: 'crisis', intent: 'crisis-suicide', article: null })
    expect(types(cry)).toEqual(['alarm-raised', 'reply-chosen'])
    expect(said(cry)).toEqual(['crisis-suicide.lines'])
    expect(day.state().handledBy).toBe('queue')
  })

  it('the bot does not answer questions', () => {
    const day = queued()
    const article = { articleId: 'passport', version: 'v1', part: 'main' }
    const turn = day.turn({ kind: 'answer', articles: [article] })
    expect(said(turn)).toEqual(['human.noted'])
  })

  it('a callback takes the citizen out of the queue', () => {
    const day = queued()
    expect(said(day.turn(callMe))).toEqual(['human.ask-number'])
    day.turn({ kind: 'number-given', utteranceId: 'said-3' })
    const [slot] = slots
    if (!slot) throw new Error('no slot')
    const made = day.turn({ kind: 'slot-chosen', slot })
    expect(types(made)).toEqual(['callback-promised', 'handoff-returned', 'reply-chosen'])
    expect(day.state().handledBy).toBe('bot')
  })

  it('the button "leave the queue" works also while a number is asked for', () => {
    const day = queued()
    day.turn(callMe)
    expect(types(day.turn(leave))).toContain('handoff-returned')
  })

  it.each([no, { kind: 'chosen', choice: 'no-thanks', article: null } as const])(
    'a refused number ($kind) leaves the citizen in the queue',
    (understanding) => {
      const day = queued()
      day.turn(callMe)
      expect(said(day.turn(understanding))).toEqual(['human.noted'])
      expect(day.state()).toMatchObject({ handledBy: 'queue', asks: { for: 'nothing' } })
    },
  )
})

describe('after waiting too long', () => {
  it('a yes is the callback that was offered', () => {
    expect(said(overdue().turn({ kind: 'yes' }))).toEqual(['human.ask-number'])
  })

  it('a yes still counts after something else was written', () => {
    const day = overdue()
    day.turn(unknown)
    expect(said(day.turn({ kind: 'yes' }))).toEqual(['human.ask-number'])
  })

  it.each([no, leave])(
    'a written no ($kind) declines the callback, not the place in the queue',
    (u) => {
      const day = overdue()
      expect(said(day.turn(u, {}, typed))).toEqual(['human.noted'])
      expect(day.state().handledBy).toBe('queue')
      expect(types(day.turn(u, {}, typed))).toContain('handoff-returned')
    },
  )

  it('it is said once', () => {
    expect(overdue().due('handoff-overdue').events).toEqual([])
  })

  it('who lost their holder waits with a new limit', () => {
    const day = overdue()
    day.staff({ act: 'claim', staffId: 'mette' })
    const lost = day.due('holder-offline')
    expect(types(lost)).toEqual(['holder-lost', 'notice-sent'])
    expect(lost.dues.map(({ what }) => what)).toContain('handoff-overdue')
    expect(outcome(lost)).toBeUndefined()
  })
})
