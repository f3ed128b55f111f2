import type { ConversationEvent } from '#conversation/events.ts'
import type { View } from '#conversation/view.ts'

/**
 * A conversation that has stood at the desk: people were asked for, had it, or promised a call. Kept by the time at
 * which it last did (`pastKey`), so that the newest can be read first and a range of days without the rest; what the
 * bot alone had is not in it. `placeKey` finds it by its id. Holds no text.
 */
export type PastDoc = {
  conversationId: string
  at: string
  /** Ids of those who had it or called. */
  staff: readonly string[]
  closed: { at: string; by: 'staff' | 'citizen' | 'time' } | null
}

export const pastView: View<PastDoc> = {
  name: 'past',
  project({ conversationId, event }, read) {
    const before = read(placeKey(conversationId))
    if (!before && !begins.includes(event.type)) return []
    const changed = change(event)
    if (!changed) return []
    const { staffId, closed } = changed
    const known = before?.staff ?? []
    const staff = staffId === null || known.includes(staffId) ? known : [...known, staffId]
    // Closing by itself, or by the citizen, is not the desk's doing.
    const isLater = closed === null || closed.by === 'staff' || !before
    const at = isLater ? event.at : before.at
    const doc: PastDoc = { conversationId, at, staff, closed }
    return [
      ...(before ? [{ key: pastKey(before), doc: null }] : []),
      { key: pastKey(doc), doc },
      { key: placeKey(conversationId), doc },
    ]
  },
}

/** Keys order by time; the id tells two of the same instant apart. */
export function pastKey({ at, conversationId }: Pick<PastDoc, 'at' | 'conversationId'>): string {
  return `at ${at} ${conversationId}`
}

export function placeKey(conversationId: string): string {
  return `of ${conversationId}`
}

const begins: readonly ConversationEvent['type'][] = [
  'handoff-requested',
  'handoff-queued',
  'handoff-accepted',
  'callback-promised',
]

/** Undefined: nothing that the desk did or was asked for. */
function change(
  event: ConversationEvent,
): { staffId: string | null; closed: PastDoc['closed'] } | undefined {
  if (event.type === 'conversation-closed')
    return { staffId: null, closed: { at: event.at, by: event.by } }
  const isByStaff =
    event.type === 'handoff-accepted' ||
    event.type === 'callback-attempted' ||
    event.type === 'conversation-reopened'
  if (isByStaff) return { staffId: event.staffId, closed: null }
  return begins.includes(event.type) ? { staffId: null, closed: null } : undefined
}
