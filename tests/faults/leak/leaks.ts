import type { Figures } from './figures.ts'

/** What a process may hold more of than before; caches breathe, and V8 keeps what it compiled. */
const HEAP_MEGABYTES = 12
const HANDLES = 6

/** What was held on to between two moments that should be alike, a line each; none when nothing leaks. */
export function leaks(before: Figures, after: Figures): readonly string[] {
  const found = (what: keyof Figures, allowed: number) => {
    const grown = after[what] - before[what]
    return grown > allowed ? [`${what} grew by ${grown.toFixed(1)}`] : []
  }
  return [
    ...found('heapMegabytes', HEAP_MEGABYTES),
    ...found('externalMegabytes', HEAP_MEGABYTES),
    ...found('files', HANDLES),
    ...found('sockets', HANDLES),
    ...found('timers', HANDLES),
  ]
}
