import type { Span } from './plain-text.ts'

/** Which places spans stand on. A hostile text has a thousand: comparing each with each would take a second. */
export function coverage(spans: readonly Span[]): {
  add(span: Span): void
  touches(span: Span): boolean
} {
  const places = new Set<number>()
  const add = ({ start, end }: Span) => {
    for (let at = start; at < end; at++) places.add(at)
  }
  spans.forEach(add)
  return {
    add,
    touches({ start, end }) {
      for (let at = start; at < end; at++) if (places.has(at)) return true
      return false
    },
  }
}
