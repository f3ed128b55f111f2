import type { ChannelName } from '#conversation/events.ts'
import type { Recorded } from '#dialogue/ports.ts'

/** What an event says to whom on which channel; undefined when it says nothing. */
export function messageOf({ event }: Recorded): { id: string; channel: ChannelName } | undefined {
  if (event.type === 'reply-chosen') return event.reply
  if (event.type === 'notice-sent') return event.notice
  if (event.type === 'staff-message-sent') return event.message
  return undefined
}

/** Why nothing that was said before this event may still be sent; undefined when it may. */
export function stopOf({ event }: Recorded): string | undefined {
  return event.type === 'opted-out' || event.type === 'text-erased' ? event.type : undefined
}
