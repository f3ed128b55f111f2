import { describe, expect, it } from 'vitest'
import type { ConversationEvent } from '#conversation/events.ts'
import { type PastDoc, pastKey, pastView, placeKey } from './past-view.ts'

type Given = ConversationEvent extends infer E
  ? E extends ConversationEvent
    ? Omit<E, 'at'>
    : never
  : never

function play(...events: readonly Given[]) {
  const docs = new Map<string, PastDoc>()
  for (const [minute, given] of events.entries()) {
    const at = `2026-06-08T08:${String(minute).padStart(2, '0')}:00.000Z`
    const event = { ...given, at } as ConversationEvent
    const recorded = { position: minute, version: minute, conversationId: 'c', event }
    for (const { key, doc } of pastView.project(recorded, (key) => docs.get(key))) {
      if (doc) docs.set(key, doc)
      else docs.delete(key)
    }
  }
  return docs
}
const asked = { type: 'handoff-requested', queue: 'social', reason: 'asked-for-human' } as const
const closed = { type: 'conversation-closed', disposition: 'answered', by: 'time' } as const

describe('conversations that have stood at the desk', () => {
  it('never are those that the bot had alone', () => {
    const started = {
      type: 'conversation-started',
      channel: 'sms',
      address: 'a',
      language: 'da',
    } as const
    expect(play(started, closed).size).toBe(0)
  })
  it('stand once, at the last time that the desk had to do with them, with everybody who had them', () => {
    const docs = play(
      asked,
      { type: 'handoff-accepted', staffId: 'sara' },
      { type: 'handoff-accepted', staffId: 'jonas' },
      { type: 'handoff-accepted', staffId: 'sara' },
    )
    const doc = {
      conversationId: 'c',
      at: '2026-06-08T08:03:00.000Z',
      staff: ['sara', 'jonas'],
      closed: null,
    }
    expect([...docs].toSorted()).toEqual([
      [pastKey(doc), doc],
      [placeKey('c'), doc],
    ])
  })
  it('are no later for having closed by themselves', () => {
    const doc = play(asked, closed).get(placeKey('c'))
    expect(doc).toMatchObject({ at: '2026-06-08T08:00:00.000Z', closed: { by: 'time' } })
  })
  it('say by whom they were closed, until that is taken back', () => {
    const byStaff = { ...closed, by: 'staff' } as const
    const at = '2026-06-08T08:01:00.000Z'
    expect(play(asked, byStaff).get(placeKey('c'))?.closed).toEqual({ at, by: 'staff' })
    const back = { type: 'conversation-reopened', staffId: 'sara' } as const
    expect(play(asked, byStaff, back).get(placeKey('c'))?.closed).toBeNull()
  })
})
