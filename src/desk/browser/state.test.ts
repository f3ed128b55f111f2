import { describe, expect, it } from 'vitest'
import type { ToPage } from '#desk/frames.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import { afterOf, type DeskState, firstState, opening, receive } from './state.ts'

const me = { id: 'me', name: 'Jonas', role: 'staff' } as const
const open: DeskState = { ...firstState, me, open: opening('c', null) }
const now = '2026-06-08T07:16:00.000Z'
const said = (position: number, text = 'hej'): TranscriptLine => ({
  position,
  at: now,
  by: 'citizen',
  id: `u${position}`,
  channel: 'web-chat',
  text,
  masked: false,
})
const written = (position: number, name: string): TranscriptLine => ({
  position,
  at: now,
  by: 'staff',
  id: `s${position}`,
  channel: 'web-chat',
  name,
  text: 'hej',
})
const lines = (lines: readonly TranscriptLine[], afresh = false) =>
  ({
    type: 'lines',
    now,
    conversationId: 'c',
    row: {},
    lines,
    afresh,
    background: { asked: [], unverified: [] },
  }) as unknown as ToPage
const after = (state: DeskState, ...frames: readonly ToPage[]) =>
  frames.reduce((now, frame) => receive(now, frame, 0), state)

describe('the open conversation', () => {
  it('takes each line once, also when it comes again after a reconnect', () => {
    const state = after(open, lines([said(1), said(2)], true), lines([said(2), said(3)]))
    expect(state.open?.lines.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(state.open && afterOf(state.open)).toBe(3)
  })
  it('forgets what was erased', () => {
    const state = after(open, lines([said(1, 'hemmeligt')], true), lines([said(1, '')], true))
    expect(JSON.stringify(state.open)).not.toContain('hemmeligt')
  })
  it('shows what is on its way until it stands in the transcript', () => {
    const going = { ...open, open: { ...opening('c', null), going: [{ id: 'm', text: 'hej' }] } }
    expect(after(going, lines([written(1, 'Sara')])).open?.going).toHaveLength(1)
    expect(after(going, lines([written(1, 'Jonas')])).open?.going).toHaveLength(0)
  })
  it('is left alone by lines of another one', () => {
    const other = { ...open, open: opening('d', null) }
    expect(after(other, lines([said(1)], true)).open?.lines).toEqual([])
  })
})
