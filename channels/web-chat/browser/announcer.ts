const SHOWN_MS = 1000
const GAP_MS = 150

/** Has texts read aloud, each once, one after the other, by two live regions that stay empty otherwise. */
export class Announcer {
  readonly #region: () => HTMLElement | null
  readonly #queue: string[] = []
  #speaking = false

  constructor(region: () => HTMLElement | null) {
    this.#region = region
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
