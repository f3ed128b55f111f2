import type { CitizenLine } from '#channels/web-chat/browser/frames.ts'
import { isWaiting, type State } from '#channels/web-chat/browser/state.ts'

/** What stands at the end of the log: where the conversation is. */
export type Status = 'none' | 'thinking' | 'queue' | 'staff' | 'ended'

export function statusOf(state: State): Status {
  if (state.ended.how !== 'not') return 'ended'
  if (isWaiting(state)) return 'thinking'
  const { handledBy } = state.standing ?? {}
  return handledBy === 'queue' || handledBy === 'staff' ? handledBy : 'none'
}

/** What to read first: `newest` is the position of the line that the page opens at; null when that is the status. */
export type News = { fresh: ReadonlySet<number>; newest: number | null }

/** New is what came after the page before this one, or else after the citizen's last words. */
export function newsOf(state: State, seen: number | null): News {
  const shown = shownLines(state)
  const lastOwn = shown.findLast(({ by }) => by === 'citizen')?.position ?? 0
  const others = shown.filter(({ by }) => by !== 'citizen')
  const fresh = others.filter(({ position }) => position > (seen ?? lastOwn))
  const isCalm = statusOf(state) === 'none'
  const newest = fresh[0] ?? (isCalm ? others.at(-1) : undefined)
  return {
    fresh: new Set(fresh.map(({ position }) => position)),
    newest: newest?.position ?? null,
  }
}

/** While somebody waits, the status says it as it is now; what was said then would contradict it. */
export function shownLines(state: State): readonly CitizenLine[] {
  const waits = statusOf(state) === 'queue'
  return state.lines.filter((line) => {
    if (line.by === 'event') return line.what !== 'closed' && line.what !== 'erased'
    return !(waits && line.by === 'bot' && line.card?.kind === 'queued')
  })
}
