import { describe, expect, it } from 'vitest'
import { about, said, story, types } from './testing/story.ts'
import { closed, slots } from './testing/world.ts'

const answer = { kind: 'answer', articles: [about('passport')] } as const
const human = { kind: 'human', article: null } as const

describe('a silent conversation', () => {
  it('is warned on the web, then closed', () => {
    const day = story()
    day.turn(answer)
    const warned = day.due('idle-warning')
    expect(said(warned)).toEqual(['conversation.idle-warning'])
    expect(warned.dues).toEqual([{ what: 'idle-close', at: '2026-06-08T08:05:00.000Z' }])
    expect(types(day.due('idle-close'))).toEqual(['conversation-closed'])
    expect(day.state().disposition).toBe('answered')
  })

  it('is warned once, although the process died between the warning and noting that it was due', () => {
    const day = story()
    day.turn(answer)
    day.due('idle-warning')
    expect(day.due('idle-warning').events).toEqual([])
  })

  it('stays open by one press on the warning', () => {
    const day = story()
    day.turn(answer)
    day.due('idle-warning')
    const stayed = day.turn({ kind: 'chosen', choice: 'stay', article: null })
    expect(said(stayed)).toEqual(['conversation.stay'])
    expect(day.due('idle-close').events).toEqual([])
  })

  it('is not closed when the citizen came back after the warning', () => {
    const day = story()
    day.turn(answer)
    day.due('idle-warning')
    day.turn({ kind: 'small-talk', reply: 'thanks' })
    expect(day.due('idle-close').events).toEqual([])
  })

  it('is closed although a notice came after the warning', () => {
    const day = story()
    day.turn(human, closed)
    day.turn({ kind: 'yes' }, closed)
    day.turn({ kind: 'number-given', utteranceId: 'said-3' }, closed)
    const [slot] = slots
    if (slot) day.turn({ kind: 'slot-chosen', slot }, closed)
    day.due('idle-warning')
    day.staff({ act: 'report-callback', staffId: 'mette', outcome: 'tried', noteId: null })
    expect(types(day.due('idle-close'))).toEqual(['conversation-closed'])
  })

  it('ends as answered when only thanks followed the answer', () => {
    const day = story('sms')
    day.turn(answer)
    day.turn({ kind: 'small-talk', reply: 'thanks' })
    day.due('idle-close')
    expect(day.state().disposition).toBe('answered')
  })

  it('is closed also when texts after STOP were left unanswered', () => {
    const day = story('sms')
    day.happens({ type: 'opted-out', at: '2026-06-08T08:00:00.000Z', address: 'a' })
    day.hears()
    expect(types(day.due('idle-close'))).toEqual(['conversation-closed'])
  })

  it.each(['idle-warning', 'idle-close'] as const)(
    'is left alone by %s while a person is waited for, holds it, or a text is unanswered',
    (due) => {
      const waiting = story('sms')
      waiting.turn(human)
      expect(waiting.due(due).events).toEqual([])
      waiting.staff({ act: 'claim', staffId: 'mette' })
      expect(waiting.due(due).events).toEqual([])
      const unanswered = story('sms')
      unanswered.hears()
      expect(unanswered.due(due).events).toEqual([])
    },
  )
})

describe('a promised call', () => {
  function promised(channel: 'sms' | 'web-chat') {
    const night = story(channel)
    night.turn(human, closed)
    night.turn({ kind: 'yes' }, closed)
    night.turn({ kind: 'number-given', utteranceId: 'said-3' }, closed)
    const [slot] = slots
    if (slot) night.turn({ kind: 'slot-chosen', slot }, closed)
    return night
  }

  it('keeps a talk by SMS open over a weekend: a text is still about the same matter', () => {
    expect(promised('sms').due('idle-close').events).toEqual([])
  })

  it('lets it end in its time once it was kept or taken back', () => {
    const night = promised('sms')
    night.hears()
    const report = { act: 'report-callback', staffId: 'mette', noteId: null } as const
    const kept = night.staff({ ...report, outcome: 'reached' })
    expect(kept.dues).toContainEqual({ what: 'idle-close', at: '2026-06-09T08:00:00.000Z' })
  })

  it('does not keep a page open that its citizen has left', () => {
    const night = promised('web-chat')
    night.due('idle-warning')
    expect(types(night.due('idle-close'))).toEqual(['conversation-closed'])
  })
})

describe('somebody who left the desk', () => {
  it('loses the conversation, which waits again', () => {
    const day = story()
    day.turn(human)
    day.staff({ act: 'claim', staffId: 'mette' })
    expect(said(day.due('holder-offline'))).toEqual(['human.holder-lost'])
    expect(day.state()).toMatchObject({ handledBy: 'queue', holder: null })
  })

  it('keeps it when back in time', () => {
    const day = story()
    day.turn(human)
    day.staff({ act: 'claim', staffId: 'mette' })
    expect(day.due('holder-offline', { holderPresent: true }).events).toEqual([])
  })
})

describe('the end of retention', () => {
  it('erases, and takes back a promise that nobody could keep without the number', () => {
    const night = story('sms')
    night.turn(human, closed)
    night.turn({ kind: 'yes' }, closed)
    night.turn({ kind: 'yes' }, closed)
    const [slot] = slots
    if (slot) night.turn({ kind: 'slot-chosen', slot }, closed)
    night.closes()
    expect(types(night.due('retention'))).toEqual(['callback-cancelled', 'text-erased'])
    expect(night.due('retention').events).toEqual([])
  })
})
