import type { Presence } from '#handoff/presence.ts'

export type PresenceState = 'free' | 'busy' | 'away'
export type DeskPresence = Presence & {
  /** A page of this person is connected. Returns the way out, to be called once. */
  enter(staffId: string): () => void
  choose(staffId: string, state: PresenceState): void
  /** What they last chose; free to begin with. */
  stateOf(staffId: string): PresenceState
  present(): readonly { staffId: string; state: PresenceState }[]
  onChange(listener: () => void): () => void
}

/** Who reloads a page is back within seconds, and was on duty all the time. */
const RELOAD_MS = 20_000

/** Counts the open pages of each person. `lost` is called when somebody's last page is gone. */
export function deskPresence(deps: {
  lost: (staffId: string) => void
  monotonicMs?: () => number
}): DeskPresence {
  const { lost, monotonicMs = () => performance.now() } = deps
  const pages = new Map<string, number>()
  const leftAtMs = new Map<string, number>()
  const chosen = new Map<string, PresenceState>()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const stateOf = (staffId: string) => chosen.get(staffId) ?? 'free'
  const leave = (staffId: string) => {
    const left = (pages.get(staffId) ?? 1) - 1
    if (left > 0) {
      pages.set(staffId, left)
      return
    }
    pages.delete(staffId)
    leftAtMs.set(staffId, monotonicMs())
    changed()
    lost(staffId)
  }
  const isOnDuty = (staffId: string) =>
    stateOf(staffId) === 'free' &&
    (pages.has(staffId) ||
      monotonicMs() - (leftAtMs.get(staffId) ?? Number.NEGATIVE_INFINITY) < RELOAD_MS)
  return {
    isPresent: (staffId) => pages.has(staffId),
    onDuty: () => [...pages.keys(), ...leftAtMs.keys()].some(isOnDuty),
    enter(staffId) {
      pages.set(staffId, (pages.get(staffId) ?? 0) + 1)
      changed()
      let inside = true
      return () => {
        if (inside) leave(staffId)
        inside = false
      }
    },
    choose(staffId, state) {
      chosen.set(staffId, state)
      changed()
    },
    stateOf,
    present: () => [...pages.keys()].map((staffId) => ({ staffId, state: stateOf(staffId) })),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
