import { describe, expect, it } from 'vitest'
import type { CitizenLine } from './frames.ts'
import { freshState, type Pending, type State } from './state.ts'
import { afterFrame } from './update.ts'

const at = '2026-06-05T20:00:00.000Z'
const own = (position: number, id: string): CitizenLine => ({
  position,
  at,
  by: 'citizen',
  id,
  text: 'hej',
  masked: false,
})
const closed = (position: number): CitizenLine => ({
  position,
  at,
  by: 'event',
  what: 'closed',
  name: null,
  text: 'Slut.',
})
const said = (id: string): Pending => ({
  id,
  text: 'hej',
  said: { via: 'typed' },
  at,
  fate: 'waiting',
  lineId: null,
  why: null,
})
const start = (pending: readonly Pending[] = []): State =>
  freshState({ language: 'da', textSize: 'normal', open: true, pending })
const after = (state: State, ...frames: Parameters<typeof afterFrame>[1][]) =>
  frames.reduce((now, frame) => afterFrame(now, frame, 0), state)

describe('what the page makes of the server’s frames', () => {
  it('shows a message once, whichever comes first: its line or its receipt', () => {
    const received = { type: 'received', id: 'm1', lineId: 'u1' } as const
    const lines = { type: 'lines', lines: [own(4, 'u1')] } as const
    for (const order of [
      [received, lines],
      [lines, received],
    ] as const) {
      const state = after(start([said('m1')]), ...order)
      expect(state.lines).toHaveLength(1)
      expect(state.pending).toEqual([])
    }
  })

  it('takes no line twice and none out of order', () => {
    const state = after(
      start(),
      { type: 'lines', lines: [own(4, 'a'), own(6, 'b')] },
      { type: 'lines', lines: [own(6, 'b'), own(9, 'c')] },
    )
    expect(state.lines.map(({ position }) => position)).toEqual([4, 6, 9])
  })

  it('clears the page when the citizen or time has ended the conversation, and not when staff did', () => {
    const talk = after(start(), { type: 'lines', lines: [own(4, 'a')] })
    expect(after(talk, { type: 'lines', lines: [closed(5)] }).lines).toEqual([])
    const accepted: CitizenLine = {
      position: 5,
      at,
      by: 'event',
      what: 'accepted',
      name: 'Mette',
      text: 'Mette er her.',
    }
    const byStaff = after(talk, { type: 'lines', lines: [accepted, closed(6)] })
    expect(byStaff.lines).toHaveLength(3)
    expect(byStaff.ended).toMatchObject({ how: 'closed', stays: true, text: 'Slut.' })
  })

  it('keeps what was never sent when the conversation is over', () => {
    const state = after(start([said('m1')]), {
      type: 'refused',
      id: 'm1',
      code: 'closed',
      text: '',
    })
    expect(state.ended.how).toBe('closed')
    expect(state.pending).toMatchObject([{ id: 'm1', fate: 'unsent' }])
  })

  it('puts nothing back on a page that was cleared', () => {
    const erased = after(
      start(),
      { type: 'ended', how: 'erased' },
      { type: 'lines', lines: [own(4, 'a')] },
    )
    expect(erased.lines).toEqual([])
  })

  it('sends again what a server said that has forgotten the conversation', () => {
    const welcome = {
      type: 'welcome',
      token: 't',
      resumed: false,
      standing: null,
      hours: '',
      now: at,
    } as const
    const before = after(
      start([said('m1')]),
      { type: 'lines', lines: [own(4, 'a')] },
      { type: 'received', id: 'm1', lineId: 'u9' },
    )
    expect(after(before, welcome)).toMatchObject({
      lines: [],
      pending: [{ id: 'm1', fate: 'waiting' }],
    })
  })

  it('shows a refused number at its field and takes the message back', () => {
    const state = after(start([said('m1')]), {
      type: 'refused',
      id: 'm1',
      code: 'phone',
      text: 'Forkert.',
    })
    expect(state).toMatchObject({ pending: [], form: { phoneError: 'Forkert.' } })
  })

  it('goes on when staff take their end back, and ends again when they end it again', () => {
    const staff: CitizenLine = { position: 4, at, by: 'staff', id: 's', name: 'Mette', text: 'Hej' }
    const reopened = { ...closed(7), what: 'reopened' } as CitizenLine
    const ended = after(start(), { type: 'lines', lines: [staff, closed(6)] })
    expect(ended.ended).toMatchObject({ how: 'closed', stays: true })
    const goesOn = after(ended, { type: 'lines', lines: [reopened] })
    expect(goesOn.ended).toEqual({ how: 'not' })
    expect(after(goesOn, { type: 'lines', lines: [closed(9)] }).ended.how).toBe('closed')
    const cleared = { ...ended, lines: [] }
    expect(after(cleared, { type: 'lines', lines: [reopened] }).lines).toEqual([])
  })

  it('asks what was missing only of whoever said so on this page', () => {
    const stored = { position: 9, at, by: 'feedback', of: 'b', helped: false } as const
    const reloaded = after(start(), { type: 'lines', lines: [stored] })
    expect(reloaded.opinions['b']).toMatchObject({ fate: 'given', comment: { state: 'none' } })
    const sent = { helped: false, fate: 'sent', comment: { state: 'none' } } as const
    const here = after({ ...start(), opinions: { b: sent } }, { type: 'lines', lines: [stored] })
    expect(here.opinions['b']).toMatchObject({ fate: 'given', comment: { state: 'asked' } })
    expect(here.lines).toEqual([])
  })
})
