import type { Link, State } from './state.ts'

const SOON_MS = 400
const SPOKEN_MS = 2_000
const SLOW_MS = 4_000
const BROKEN_MS = 25_000
const SLOW_START_MS = 300
const OFFLINE_MS = 1_500

/** Says how long something has taken: first nothing, then words, then other words, then the truth. */
export class Patience {
  readonly #tell: (part: Partial<State>) => void
  #answer: ReturnType<typeof setTimeout>[] = []
  #link: ReturnType<typeof setTimeout>[] = []
  #waits = false
  #was: Link = 'new'

  constructor(tell: (part: Partial<State>) => void) {
    this.#tell = tell
  }

  /** Told of every state; starts and stops its clocks when something begins or ends. */
  follow(waits: boolean, link: Link): void {
    if (waits !== this.#waits) {
      this.#waits = waits
      stopAll(this.#answer)
      if (waits) this.#await()
      else this.#tell({ wait: 'none' })
    }
    if (link !== this.#was) {
      this.#was = link
      stopAll(this.#link)
      if (link === 'connecting') this.#after(this.#link, SLOW_START_MS, { link: 'slow-start' })
      if (link === 'lost') this.#after(this.#link, OFFLINE_MS, { offline: true })
    }
  }

  restart(): void {
    this.#waits = false
    stopAll(this.#answer)
    this.#tell({ wait: 'none' })
  }

  stop(): void {
    stopAll(this.#answer)
    stopAll(this.#link)
  }

  #await(): void {
    this.#after(this.#answer, SOON_MS, { wait: 'soon' })
    this.#after(this.#answer, SPOKEN_MS, { wait: 'thinking' })
    this.#after(this.#answer, SLOW_MS, { wait: 'slow' })
    this.#after(this.#answer, BROKEN_MS, { wait: 'broken' })
  }

  #after(clocks: ReturnType<typeof setTimeout>[], ms: number, part: Partial<State>): void {
    clocks.push(setTimeout(() => this.#tell(part), ms))
  }
}

function stopAll(clocks: ReturnType<typeof setTimeout>[]): void {
  for (const clock of clocks.splice(0)) clearTimeout(clock)
}
