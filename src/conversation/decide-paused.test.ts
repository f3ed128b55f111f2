import { describe, expect, it } from 'vitest'
import { said, story, types } from './testing/story.ts'
import { closed } from './testing/world.ts'

const human = { kind: 'human', article: null } as const
const CLOSING = { ...closed, at: '2026-06-08T14:00:00.000Z' }
const MORNING = { at: '2026-06-09T07:00:00.000Z' }

function paused(channel: 'web-chat' | 'sms' = 'web-chat') {
  const day = story(channel)
  day.turn(human)
  day.due('desk-hours', CLOSING)
  return day
}

describe('a wait on which the desk closed', () => {
  it('is paused, with the truth and a call on offer', () => {
    const day = story()
    day.turn(human)
    const decision = day.due('desk-hours', CLOSING)
    expect([...types(decision), ...said(decision)]).toEqual([
      'handoff-paused',
      'notice-sent',
      'human.closing',
    ])
    expect(day.state()).toMatchObject({ handledBy: 'bot', asks: { for: 'callback' } })
  })

  it('is looked at again while the desk is open', () => {
    const day = story()
    day.turn(human)
    const looked = day.due('desk-hours')
    expect(looked).toEqual({
      events: [],
      dues: [{ what: 'desk-hours', at: '2026-06-08T08:10:00.000Z' }],
    })
  })

  it('goes on at the opening, and counts from its beginning', () => {
    const day = paused()
    const { queuedAt } = day.state().handoff ?? {}
    expect(types(day.due('desk-hours', MORNING))).toEqual(['handoff-queued', 'notice-sent'])
    expect(day.state()).toMatchObject({ handledBy: 'queue', handoff: { queuedAt, paused: false } })
  })

  it('is not overdue while it is paused, however late it is', () => {
    expect(paused().due('handoff-overdue', { ...CLOSING, at: MORNING.at }).events).toEqual([])
  })

  it.each(['idle-warning', 'idle-close'] as const)('is not ended by %s', (due) => {
    expect(paused().due(due, CLOSING).events).toEqual([])
  })

  it('ends with a call that is promised instead', () => {
    const day = paused('sms')
    day.turn({ kind: 'yes' }, closed)
    day.turn({ kind: 'yes' }, closed)
    const [slot] = [{ from: '2026-06-09T07:00:00.000Z', to: '2026-06-09T10:00:00.000Z' }]
    if (slot) day.turn({ kind: 'slot-chosen', slot }, closed)
    expect(day.state().callback?.state).toBe('open')
    expect(day.due('desk-hours', MORNING).events).toEqual([])
  })

  it('keeps its place when the call is declined, and a question is answered meanwhile', () => {
    const day = paused()
    expect(said(day.turn({ kind: 'no' }, closed))).toEqual(['human.place-kept'])
    expect(said(day.turn({ kind: 'small-talk', reply: 'thanks' }, closed))).toEqual([
      'small-talk.thanks',
    ])
    expect(types(day.due('desk-hours', MORNING))).toContain('handoff-queued')
  })

  it('keeps its place when a person is asked for again', () => {
    const day = paused()
    const { queuedAt } = day.state().handoff ?? {}
    expect(said(day.turn(human, closed))).toEqual(['human.closed'])
    expect(day.state().handoff).toMatchObject({ paused: true, queuedAt })
  })

  it('is heard in a crisis as always', () => {
    const crisis = { kind: 'crisis', intent: 'crisis-suicide', article: null } as const
    expect(said(paused().turn(crisis, closed))).toEqual(['crisis-suicide.lines'])
  })
})
