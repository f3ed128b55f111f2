import type { ServerFrame } from '#channels/web-chat/browser/frames.ts'

type Line = Extract<ServerFrame, { type: 'lines' }>['lines'][number]

/** What those outside were told and saw, to be held against what the data says in the end. */
export type Witness = {
  /** The server said that it has this. */
  acknowledged(mark: string): void
  /** A page was welcomed; `afterMs` after it had lost its connection, undefined when it is new. Returns what to call when it is gone. */
  connected(afterMs: number | undefined): () => void
  connections(): number
  /** From now on what pages took to come back is kept, or no longer. */
  timeReconnects(kept: boolean): void
  lost(what: string): void
  /** What one page of a conversation shows; a line that it is given twice would stand there twice. */
  newVisit(): { line(line: Line): void }
  marks: ReadonlySet<string>
  reconnectsMs: readonly number[]
  /** Ids of the bot's lines that stood on a page. */
  shown: ReadonlySet<string>
  faults: { lost: string[]; doubled: string[] }
}

export function createWitness(): Witness {
  const marks = new Set<string>()
  const reconnectsMs: number[] = []
  const shown = new Set<string>()
  let open = 0
  let isTimed = false
  const faults: Witness['faults'] = { lost: [], doubled: [] }
  return {
    marks,
    reconnectsMs,
    shown,
    faults,
    acknowledged: (mark) => void marks.add(mark),
    connected(afterMs) {
      open += 1
      if (isTimed && afterMs !== undefined) reconnectsMs.push(afterMs)
      return () => {
        open -= 1
      }
    },
    connections: () => open,
    timeReconnects(kept) {
      isTimed = kept
    },
    lost: (what) => void faults.lost.push(what),
    newVisit() {
      const positions = new Set<number>()
      return {
        line(line) {
          if (positions.has(line.position)) faults.doubled.push(`line ${line.position} came twice`)
          positions.add(line.position)
          if (line.by === 'bot') shown.add(line.id)
        },
      }
    },
  }
}
