import type { Change } from './chat-controller.ts'
import type { CitizenLine, Language } from './frames.ts'
import { shownText, voicedText } from './shown-text.ts'
import type { State } from './state.ts'
import { lastPosition } from './update.ts'
import { type Read, Voice } from './voice.ts'

/** After a welcome the page fills with what was said before, and nobody wants all of it read. */
const CATCHING_UP_MS = 1000

/** Reads answers aloud: each at its button, all where the citizen switched that on. */
export class ReadingAloud {
  readonly #voice: Voice
  #caughtUpAt = 0

  constructor(change: (part: Partial<State>) => void) {
    this.#voice = new Voice(change)
  }

  /** Reads a line, or stops where it is being read. */
  toggle(lineId: string, state: State): void {
    const line = state.lines.find((one) => 'id' in one && one.id === lineId)
    const one = line === undefined ? undefined : readOf(line, state)
    if (state.reading === lineId || one === undefined) this.#voice.stop()
    else this.#voice.read(one)
  }

  stop(): void {
    this.#voice.stop()
  }

  close(): void {
    this.#voice.close()
  }

  follow({ before, now, frame }: Change): void {
    if (frame?.type === 'welcome' && frame.standing !== null) {
      this.#caughtUpAt = performance.now() + CATCHING_UP_MS
    }
    const isGone = now.lines.length === 0 && before.lines.length > 0
    const saysMore = now.pending.length > before.pending.length
    const isOff = before.readsAloud && !now.readsAloud
    if (isGone || saysMore || isOff || (before.open && !now.open)) this.#voice.stop()
    if (frame?.type !== 'lines' || performance.now() < this.#caughtUpAt) return
    const after = lastPosition(before)
    for (const line of now.lines.filter(({ position }) => position > after)) {
      const one = isReadAloud(line, now) ? readOf(line, now) : undefined
      if (one !== undefined) this.#voice.add(one)
    }
  }
}

/** Whether a line is read aloud as it comes: then nothing else reads it out as well. */
export function isReadAloud(line: CitizenLine, state: State): boolean {
  return state.readsAloud && state.open && readOf(line, state) !== undefined
}

function readOf(line: CitizenLine, state: State): Read | undefined {
  switch (line.by) {
    case 'bot': {
      const { id, language, card } = line
      const choices = card?.kind === 'choices' ? card.choices.map(({ label }) => `${label}.`) : []
      const text = [voicedText(shownText(line, state)), ...choices].join(' ')
      return readIn(language, state, id, text)
    }
    case 'staff': {
      const language = state.standing?.language ?? state.language
      return readIn(language, state, line.id, `${line.name}: ${line.text}`)
    }
    case 'citizen':
    case 'event':
      return undefined
  }
}

function readIn(language: Language, { voices }: State, id: string, text: string): Read | undefined {
  return voices.includes(language) ? { id, text, language } : undefined
}
