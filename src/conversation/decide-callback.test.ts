import { describe, expect, it } from 'vitest'
import { about, outcome, type Story, said, story, types } from './testing/story.ts'
import { closed, slots } from './testing/world.ts'

const [today, tomorrow] = slots
const human = { kind: 'human', article: null } as const
const yes = { kind: 'yes' } as const
const no = { kind: 'no' } as const
const given = (utteranceId = 'said-3') => ({ kind: 'number-given', utteranceId }) as const
const chosen = (choice: 'call-me' | 'write-here' | 'no-thanks') =>
  ({ kind: 'chosen', choice, article: null }) as const

/** Asked for a person by night, said yes, gave a number, took a time. */
function promised(channel: 'web-chat' | 'sms' = 'web-chat'): Story {
  const night = story(channel)
  night.turn(human, closed)
  night.turn(yes, closed)
  night.turn(given(), closed)
  if (tomorrow) night.turn({ kind: 'slot-chosen', slot: tomorrow }, closed)
  return night
}

describe('a callback is arranged', () => {
  it('from the offer to the promise, with a reference', () => {
    const night = story()
    expect(said(night.turn(human, closed))).toEqual(['human.closed'])
    expect(said(night.turn(yes, closed))).toEqual(['human.ask-number'])
    expect(said(night.turn(given(), closed))).toEqual(['human.ask-slot'])
    if (!tomorrow) throw new Error('no slot')
    const made = night.turn({ kind: 'slot-chosen', slot: tomorrow }, closed)
    expect(types(made)).toEqual(['callback-promised', 'reply-chosen'])
    expect(night.state().callback).toMatchObject({
      phoneOf: 'said-3',
      slot: tomorrow,
      state: 'open',
    })
  })

  it('by SMS with RING, JA and a letter', () => {
    const night = story('sms')
    night.turn(human, closed)
    expect(said(night.turn(chosen('call-me'), closed))).toEqual(['human.ask-number'])
    expect(said(night.turn(yes, closed))).toEqual(['human.ask-slot'])
    if (today) night.turn({ kind: 'slot-chosen', slot: today }, closed)
    expect(night.state().callback?.phoneOf).toBe('address')
  })

  it('by a press on one of the times', () => {
    const night = story()
    night.turn(human, closed)
    night.turn(yes, closed)
    night.turn(given(), closed)
    const choice = `slot:${tomorrow?.from}/${tomorrow?.to}` as const
    const made = night.turn({ kind: 'chosen', choice, article: null }, closed)
    expect(types(made)).toContain('callback-promised')
    expect(night.state().callback).toMatchObject({ slot: tomorrow, phoneOf: 'said-3' })
  })

  it('by a press on a time when no number is known yet: it is asked for', () => {
    const night = story()
    night.turn(human, closed)
    const choice = `slot:${tomorrow?.from}/${tomorrow?.to}` as const
    const made = night.turn({ kind: 'chosen', choice, article: null }, closed)
    expect(said(made)).toEqual(['human.ask-number'])
  })

  it('from the form, although something was written after it', () => {
    const night = story()
    night.turn(human, closed)
    night.turn(yes, closed)
    if (!tomorrow) throw new Error('no slot')
    night.hears({ via: 'form', slot: tomorrow }, { phone: 'given' })
    night.hears()
    const made = night.reacts({ kind: 'slot-chosen', slot: tomorrow }, closed)
    expect(types(made)).toContain('callback-promised')
    expect(night.state().callback?.phoneOf).toBe('said-3')
  })

  it('never for a time that was not offered', () => {
    const night = story()
    night.turn(human, closed)
    night.turn(yes, closed)
    const slot = { from: '2026-06-09T01:00:00.000Z', to: '2026-06-09T02:00:00.000Z' }
    night.hears({ via: 'form', slot }, { phone: 'given' })
    const refused = night.reacts({ kind: 'slot-chosen', slot }, closed)
    expect(types(refused)).toEqual(['reply-chosen'])
    expect(said(refused)).toEqual(['human.slot-refused'])
    expect(night.state().asks).toMatchObject({ for: 'callback-slot', phoneOf: 'said-3' })
  })

  it('never for a time that has begun meanwhile', () => {
    const night = story()
    night.turn(human, closed)
    night.turn(yes, closed)
    night.turn(given(), closed)
    if (!today) throw new Error('no slot')
    const late = { ...closed, at: '2026-06-08T11:00:00.000Z', slots: slots.slice(1) }
    const refused = night.turn({ kind: 'slot-chosen', slot: today }, late)
    expect(said(refused)).toEqual(['human.slot-refused'])
    expect(night.state().asks).toMatchObject({ slots: slots.slice(1) })
  })

  it('never while the desk is switched off', () => {
    const night = story()
    night.turn(human, closed)
    night.turn(yes, closed)
    night.turn(given(), closed)
    if (!tomorrow) throw new Error('no slot')
    const off = night.turn({ kind: 'slot-chosen', slot: tomorrow }, { ...closed, accepting: false })
    expect(outcome(off)).toBe('handed-off-failed')
    expect(night.state().callback).toBeNull()
  })

  it('although something else was asked before the number came', () => {
    const night = story()
    night.turn(human, closed)
    night.turn(yes, closed)
    night.turn({ kind: 'answer', articles: [about('passport')] }, closed)
    expect(night.state().asks.for).toBe('callback-number')
    expect(said(night.turn(given('said-4'), closed))).toEqual(['human.ask-slot'])
  })

  it('is said to have failed when no time is left to offer', () => {
    const night = story()
    night.turn(human, closed)
    night.turn(yes, closed)
    const none = night.turn(given(), { ...closed, slots: [] })
    expect(said(none)).toEqual(['human.failed'])
    expect(outcome(none)).toBe('handed-off-failed')
  })
})

describe('a promise can be taken back', () => {
  it.each(['web-chat', 'sms'] as const)('with a no right after it on %s', (channel) => {
    const night = promised(channel)
    expect(types(night.turn(no, closed))).toEqual(['callback-cancelled', 'reply-chosen'])
    expect(night.state().callback?.state).toBe('cancelled')
  })

  it('after asking for a person again, which repeats it', () => {
    const night = promised()
    night.turn({ kind: 'small-talk', reply: 'thanks' }, closed)
    expect(said(night.turn(human, closed))).toEqual(['human.promised-phone'])
    expect(said(night.turn(no, closed))).toEqual(['human.callback-cancelled'])
  })

  it('but not by a no after the promise was agreed to', () => {
    const night = promised()
    expect(said(night.turn(yes, closed))).toEqual(['small-talk.thanks'])
    night.turn(no, closed)
    expect(night.state().callback?.state).toBe('open')
  })

  it('but not by a no to something else', () => {
    const night = promised()
    night.turn({ kind: 'own-case', article: null }, closed)
    night.turn(no, closed)
    expect(night.state().callback?.state).toBe('open')
  })
})

describe('a promise can be changed', () => {
  it('by another number, at once', () => {
    const night = promised()
    const { reference, slot } = night.state().callback ?? {}
    expect(said(night.turn(given('said-5'), closed))).toEqual(['human.promised-phone'])
    expect(night.state().callback).toMatchObject({
      phoneOf: 'said-5',
      state: 'open',
      reference,
      slot,
    })
  })

  it('by another number later, when nothing was asked', () => {
    const night = promised()
    night.turn({ kind: 'goodbye' }, closed)
    night.turn({ kind: 'unsafe' }, closed)
    expect(said(night.turn(given('said-7'), closed))).toEqual(['human.promised-phone'])
  })

  it('by saying that the time is wrong', () => {
    const night = promised()
    expect(said(night.turn({ kind: 'correction' }, closed))).toEqual(['human.ask-slot'])
    expect(night.state().asks).toMatchObject({ for: 'callback-slot', phoneOf: 'said-3' })
  })
})

describe('a promise to write here', () => {
  function promisedHere(): Story {
    const night = story('sms')
    night.turn(human, closed)
    night.turn(chosen('write-here'), closed)
    return night
  }

  it('waits in the queue and becomes overdue when its time ends', () => {
    const night = story('sms')
    night.turn(human, closed)
    const made = night.turn(chosen('write-here'), closed)
    expect(types(made)).toEqual(['callback-promised', 'handoff-queued', 'reply-chosen'])
    expect(night.state().handledBy).toBe('queue')
    expect(made.dues).toContainEqual({ what: 'handoff-overdue', at: today?.to })
  })

  it('is kept by the first message of staff', () => {
    const night = promisedHere()
    night.staff({ act: 'claim', staffId: 'mette' })
    night.staff({ act: 'say', staffId: 'mette', messageId: 'm1' })
    expect(night.state().callback?.state).toBe('reached')
  })

  it('is not on offer where nobody can be written to later', () => {
    const night = story('web-chat')
    night.turn(human, closed)
    night.turn(chosen('write-here'), closed)
    expect(night.state().callback).toBeNull()
  })

  it('is taken back by leaving the queue', () => {
    const night = promisedHere()
    night.turn(no, closed)
    expect(night.state()).toMatchObject({ handledBy: 'bot', callback: { state: 'cancelled' } })
  })

  it.each(['return', 'close'] as const)('is broken openly by a %s without a word', (act) => {
    const night = promisedHere()
    night.staff({ act: 'claim', staffId: 'mette' })
    night.staff(
      act === 'close'
        ? { act, staffId: 'mette', disposition: 'solved-by-staff', noteId: null }
        : { act, staffId: 'mette' },
    )
    expect(night.state().callback?.state).toBe('not-reached')
  })
})
