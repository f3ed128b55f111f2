import { describe, expect, it } from 'vitest'
import { type Story, said, story, types } from './testing/story.ts'
import { closed, slots } from './testing/world.ts'

const human = { kind: 'human', article: null } as const
const mette = { staffId: 'mette' } as const
const closing = { act: 'close', disposition: 'solved-by-staff', noteId: 'n1' } as const

function held(channel: 'web-chat' | 'sms' = 'web-chat'): Story {
  const day = story(channel)
  day.turn(human)
  day.staff({ act: 'claim', ...mette })
  return day
}
function calledBack(): Story {
  const night = story()
  night.turn(human, closed)
  night.turn({ kind: 'yes' }, closed)
  night.turn({ kind: 'number-given', utteranceId: 'said-3' }, closed)
  const [slot] = slots
  if (slot) night.turn({ kind: 'slot-chosen', slot }, closed)
  return night
}
const report = (outcome: 'reached' | 'tried' | 'not-reached') =>
  ({ act: 'report-callback', outcome, noteId: 'n1', ...mette }) as const

describe('staff who hold a conversation', () => {
  it('are alone in it: the bot says nothing', () => {
    const day = held()
    expect(day.turn(human).events).toEqual([])
    expect(day.turn({ kind: 'unknown' }).events).toEqual([])
  })

  it('are alarmed once by a cry for help', () => {
    const day = held()
    const cry = { kind: 'crisis', intent: 'crisis-suicide', article: null } as const
    expect(types(day.turn(cry))).toEqual(['alarm-raised'])
    expect(day.turn(cry).events).toEqual([])
  })

  it('are alarmed also by somebody who wants no more texts', () => {
    const day = held('sms')
    day.happens({ type: 'opted-out', at: '2026-06-08T08:00:00.000Z', address: 'a' })
    const cry = { kind: 'crisis', intent: 'crisis-suicide', article: null } as const
    expect(types(day.turn(cry))).toEqual(['alarm-raised'])
  })

  it('cannot be two', () => {
    const day = held()
    expect(day.staff({ act: 'claim', staffId: 'jens' }).events).toEqual([])
    expect(day.staff({ act: 'say', staffId: 'jens', messageId: 'm' }).events).toEqual([])
    expect(day.staff({ ...closing, staffId: 'jens' }).events).toEqual([])
  })

  it('answer what was said so far', () => {
    const day = held()
    day.hears()
    day.staff({ act: 'say', messageId: 'm1', ...mette })
    expect(day.state().unanswered).toEqual([])
  })

  it('leave to the bot what nobody has answered, and only that', () => {
    const day = held()
    day.hears()
    day.staff({ act: 'say', messageId: 'm1', ...mette })
    day.hears()
    const returned = day.staff({ act: 'return', ...mette })
    expect(day.state().unanswered.map(({ id }) => id)).toEqual(['said-3'])
    expect(returned.dues).toContainEqual({ what: 'take-turn', at: '2026-06-08T08:00:00.000Z' })
  })

  it('are announced to be gone where no screen shows it', () => {
    expect(said(held('sms').staff({ act: 'return', ...mette }))).toEqual(['human.returned'])
    expect(said(held('web-chat').staff({ act: 'return', ...mette }))).toEqual([])
  })

  it('close it with their wrap-up, also after they gave it back', () => {
    expect(types(held().staff({ ...closing, ...mette }))).toEqual([
      'wrap-up-written',
      'conversation-closed',
    ])
    const day = held()
    day.staff({ act: 'return', ...mette })
    expect(types(day.staff({ ...closing, ...mette }))).toContain('conversation-closed')
  })

  it('do not close over a question that the bot still owes an answer', () => {
    const day = held()
    day.hears()
    day.staff({ act: 'return', ...mette })
    expect(day.staff({ ...closing, ...mette }).events).toEqual([])
  })

  it('take a closing back within ten minutes, and hold the conversation again', () => {
    const day = held()
    day.staff({ ...closing, ...mette })
    const back = day.staff({ act: 'reopen', ...mette }, { at: '2026-06-08T08:09:00.000Z' })
    expect(types(back)).toEqual(['conversation-reopened'])
    expect(back.dues).toContainEqual({ what: 'retention', at: null })
    expect(day.state()).toMatchObject({ handledBy: 'staff', holder: 'mette', disposition: null })
  })

  it('cannot take back what is long over, nor what the citizen ended', () => {
    const day = held()
    day.staff({ ...closing, ...mette })
    const late = { at: '2026-06-08T08:11:00.000Z' }
    expect(day.staff({ act: 'reopen', ...mette }, late).events).toEqual([])
    const left = held()
    left.closes()
    expect(left.staff({ act: 'reopen', ...mette }).events).toEqual([])
  })

  it('tell why they end a conversation because of abuse, before they close it', () => {
    const ended = { ...closing, ...mette, disposition: 'ended-for-abuse' } as const
    const day = held('sms').staff(ended)
    expect(said(day)).toEqual(['human.ended-for-abuse'])
    expect(types(day).at(-1)).toBe('conversation-closed')
  })

  it('do not write to somebody who said STOP', () => {
    const day = held('sms')
    day.happens({ type: 'opted-out', at: '2026-06-08T08:00:00.000Z', address: 'a' })
    expect(day.staff({ act: 'say', messageId: 'm1', ...mette }).events).toEqual([])
  })
})

describe('what staff do', () => {
  it('needs a conversation that is there', () => {
    const nowhere = story()
    const empty = { ...nowhere.state(), startedAt: null }
    expect(empty.startedAt).toBeNull()
  })

  it('is not noted on what was erased', () => {
    const day = story()
    day.happens({ type: 'text-erased', at: '2026-06-08T08:00:00.000Z' })
    expect(day.staff({ act: 'note', noteId: 'n1', ...mette }).events).toEqual([])
  })
})

describe('a callback', () => {
  it('that reached the citizen ends the conversation', () => {
    expect(types(calledBack().staff(report('reached')))).toEqual([
      'callback-attempted',
      'wrap-up-written',
      'conversation-closed',
    ])
  })

  it('that was tried stays open, and the citizen is told', () => {
    const night = calledBack()
    expect(said(night.staff(report('tried')))).toEqual(['human.callback-tried'])
    expect(night.state().callback).toMatchObject({ state: 'tried', attempts: 1 })
  })

  it('that failed for good is told', () => {
    expect(said(calledBack().staff(report('not-reached')))).toEqual(['human.callback-missed'])
  })

  it('of a closed conversation keeps its outcome without a word to a closed page', () => {
    const night = calledBack()
    night.closes()
    expect(types(night.staff(report('not-reached')))).toEqual([
      'callback-attempted',
      'wrap-up-written',
    ])
    expect(night.state().disposition).toBe('answered')
  })

  it('does not end a talk that a colleague has in hand', () => {
    const day = calledBack()
    day.turn(human)
    day.staff({ act: 'claim', staffId: 'jens' })
    day.staff(report('reached'))
    expect(day.state()).toMatchObject({ handledBy: 'staff', holder: 'jens' })
  })

  it('does not end a wait for a person when nobody was reached', () => {
    const day = calledBack()
    day.turn(human)
    day.staff(report('not-reached'))
    expect(day.state().handledBy).toBe('queue')
  })

  it('does not end a conversation with a question that the bot owes an answer', () => {
    const day = calledBack()
    day.hears()
    day.staff(report('reached'))
    expect(day.state().unanswered).toHaveLength(1)
    expect(day.state().handledBy).toBe('bot')
  })

  it('is reported once', () => {
    const night = calledBack()
    night.staff(report('reached'))
    expect(night.staff(report('reached')).events).toEqual([])
  })
})
