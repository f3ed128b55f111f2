import { describe, expect, it } from 'vitest'
import type { DeskRow } from '#desk/desk-row.ts'
import type { ToPage } from '#desk/frames.ts'
import { alertOf } from './alerts.ts'
import { type DeskState, firstState, receive } from './state.ts'

const now = '2026-06-08T07:16:00.000Z'
const me = { id: 'me', name: 'Jonas', role: 'staff' } as const
const desk = (...states: readonly ('free' | 'busy')[]): DeskState => ({
  ...firstState,
  me,
  colleagues: states.map((state) => ({ staffId: 'me', name: 'Jonas', state })),
})
const row = (change: Partial<DeskRow>): DeskRow =>
  ({
    conversationId: 'c',
    state: 'waiting',
    holder: null,
    callback: null,
    alarm: false,
    lastBy: 'citizen',
    lastUtteranceId: 'u1',
    ...change,
  }) as DeskRow
const after = (state: DeskState, ...rows: readonly Partial<DeskRow>[]) => {
  let before = state
  return rows.map((change) => {
    const frame: ToPage = { type: 'row', now, row: row(change) }
    const next = receive(before, frame, 0)
    const alert = alertOf(before, next, frame)
    before = next
    return alert
  })
}

describe('what one should look up for', () => {
  it('is somebody new who waits, once', () => {
    expect(after(desk('free'), {}, { overdue: true })).toEqual(['waiting', undefined])
  })
  it('is nobody new while one is busy, but a crisis all the same', () => {
    expect(after(desk('busy'), {}, { alarm: true }, { alarm: true })).toEqual([
      undefined,
      'crisis',
      undefined,
    ])
  })
  it('is a message in a conversation of one’s own, and not in those of others', () => {
    const mine = { state: 'held', holder: 'me' } as const
    const saras = { state: 'held', holder: 'sara' } as const
    expect(after(desk('free'), mine, { ...mine, lastUtteranceId: 'u2' })).toEqual([
      undefined,
      'message',
    ])
    expect(after(desk('free'), saras, { ...saras, lastUtteranceId: 'u2' })).toEqual([
      undefined,
      undefined,
    ])
  })
})
