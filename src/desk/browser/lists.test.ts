import { describe, expect, it } from 'vitest'
import type { DeskRow } from '#desk/desk-row.ts'
import { memoryDesk } from '#desk/testing/memory-desk.ts'
import { clockFrom } from '#platform/clock.ts'
import { everything } from './filter.ts'
import { isLate, listsOf, mostlyLate, nextOf } from './lists.ts'

const NOW = '2026-06-08T07:16:00.000Z'

async function rowsOf(...items: readonly (Partial<DeskRow> & { conversationId: string })[]) {
  const desk = memoryDesk(clockFrom(NOW).now, async (id) => id)
  for (const item of items) desk.put(item)
  const { views, deskView } = desk.ports
  return (await views.list(deskView)).map(
    ({ doc }): DeskRow => ({ ...doc, preview: null, holderName: null, topicTitle: null }),
  )
}
const promised = (to: string, means: 'phone' | 'here' = 'phone') =>
  ({
    reference: '3308641',
    means,
    slot: { from: '2026-06-08T07:00:00.000Z', to },
    queue: 'borgerservice',
    phoneOf: 'u',
    attempts: 0,
    state: 'open',
  }) as const
const ids = (rows: readonly DeskRow[]) => rows.map(({ conversationId }) => conversationId)

describe('the list of the desk', () => {
  it('puts the longest waiting first, whoever lost their holder before them, a crisis before all', async () => {
    const rows = await rowsOf(
      { conversationId: 'new', waitingSince: '2026-06-08T07:15:00.000Z' },
      { conversationId: 'old', waitingSince: '2026-06-08T07:01:00.000Z' },
      { conversationId: 'lost', waitingSince: '2026-06-08T07:14:00.000Z', firstInLine: true },
      { conversationId: 'crisis', waitingSince: '2026-06-08T07:15:30.000Z', alarm: true },
    )
    const lists = listsOf(rows, 'me')
    expect(ids(lists.waiting)).toEqual(['crisis', 'lost', 'old', 'new'])
    expect(nextOf(lists)?.conversationId).toBe('crisis')
  })
  it('puts broken promises on top of those to be kept', async () => {
    const rows = await rowsOf(
      { conversationId: 'noon', state: 'bot', callback: promised('2026-06-08T10:00:00.000Z') },
      { conversationId: 'broken', state: 'closed', callback: promised('2026-06-04T14:00:00.000Z') },
      { conversationId: 'here', callback: promised('2026-06-08T09:00:00.000Z', 'here') },
    )
    const lists = listsOf(rows, 'me')
    expect(ids(lists.callbacks)).toEqual(['broken', 'here', 'noon'])
    expect(lists.callbacks.map((row) => isLate(row, Date.parse(NOW)))).toEqual([true, false, false])
    expect(nextOf(lists)?.conversationId).toBe('here')
  })
  it('keeps mine apart from those of colleagues', async () => {
    const rows = await rowsOf(
      {
        conversationId: 'mine',
        state: 'held',
        holder: 'me',
        callback: promised('2026-06-08T10:00:00.000Z', 'here'),
      },
      { conversationId: 'saras', state: 'held', holder: 'sara' },
    )
    const { mine, others, callbacks } = listsOf(rows, 'me')
    expect([ids(mine), ids(others), ids(callbacks)]).toEqual([['mine'], ['saras'], []])
  })
  it('shows one queue alone, and still what is mine', async () => {
    const rows = await rowsOf(
      { conversationId: 'a', queue: 'erhverv' },
      { conversationId: 'b' },
      { conversationId: 'mine', state: 'held', holder: 'me' },
    )
    const { waiting, mine } = listsOf(rows, 'me', { ...everything, queue: 'erhverv' })
    expect([ids(waiting), ids(mine)]).toEqual([['a'], ['mine']])
  })
  it('shows what is overdue on one channel', async () => {
    const rows = await rowsOf(
      { conversationId: 'late-sms', channel: 'sms', overdue: true },
      { conversationId: 'late-web', overdue: true },
      { conversationId: 'sms', channel: 'sms' },
    )
    const only = { ...everything, channel: 'sms', overdueOnly: true } as const
    expect(ids(listsOf(rows, 'me', only).waiting)).toEqual(['late-sms'])
  })
  it('calls a list mostly late only when it is long and most of it is late', async () => {
    const late = (n: number) => ({ conversationId: `l${n}`, overdue: true })
    const few = await rowsOf(late(1), late(2))
    const many = await rowsOf(
      late(1),
      late(2),
      late(3),
      { conversationId: 'x' },
      { conversationId: 'y' },
    )
    expect([mostlyLate(few, Date.parse(NOW)), mostlyLate(many, Date.parse(NOW))]).toEqual([
      false,
      true,
    ])
  })
})
