/** A person sees a pause after five seconds without a tell. */
const EVERY_MS = 2_000

/** Tells that somebody writes, at most every two seconds however fast they type. */
export class WritingSignal {
  readonly #tell: () => void
  #toldAt = Number.NEGATIVE_INFINITY

  constructor(tell: () => void) {
    this.#tell = tell
  }

  key(): void {
    const now = performance.now()
    if (now - this.#toldAt < EVERY_MS) return
    this.#toldAt = now
    this.#tell()
  }
}
