const SHOWN_MS = 1000
const GAP_MS = 150
const HELD_MS = 300

/** Has texts read aloud, each once, one after the other, by two live regions that stay empty otherwise. */
export class Announcer {
  readonly #region: () => HTMLElement | null
  readonly #isHeld: () => boolean
  readonly #queue: string[] = []
  #speaking = false

  /** While `isHeld`, another voice has the word: what is to be said waits. */
  constructor(region: () => HTMLElement | null, isHeld: () => boolean = () => false) {
    this.#region = region
    this.#isHeld = isHeld
  }

  say(text: string): void {
    if (text === '') return
    this.#queue.push(text)
    if (!this.#speaking) this.#next()
  }

  /** Says nothing more of what was waiting. */
  hush(): void {
    this.#queue.length = 0
    const region = this.#region()
    if (region !== null) region.textContent = ''
  }

  #next(): void {
    if (this.#isHeld()) {
      this.#speaking = true
      setTimeout(() => this.#next(), HELD_MS)
      return
    }
    const text = this.#queue.shift()
    const region = this.#region()
    this.#speaking = text !== undefined && region !== null
    if (text === undefined || region === null) return
    region.textContent = text
    // Emptied, so that nobody meets the text again when browsing through the page.
    setTimeout(() => {
      region.textContent = ''
      setTimeout(() => this.#next(), GAP_MS)
    }, SHOWN_MS)
  }
}
