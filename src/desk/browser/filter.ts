import type { ChannelName } from '#conversation/events.ts'
import type { DeskRow } from '#desk/desk-row.ts'

/** What of the list is shown; null is all. Whatever is chosen, one's own conversations stay. */
export type Filter = { queue: string | null; channel: ChannelName | null; overdueOnly: boolean }

export const everything: Filter = { queue: null, channel: null, overdueOnly: false }

export function fits(row: DeskRow, { queue, channel, overdueOnly }: Filter): boolean {
  return (
    (queue === null || row.queue === queue) &&
    (channel === null || row.channel === channel) &&
    (!overdueOnly || row.overdue)
  )
}

export function narrows({ queue, channel, overdueOnly }: Filter): boolean {
  return queue !== null || channel !== null || overdueOnly
}
