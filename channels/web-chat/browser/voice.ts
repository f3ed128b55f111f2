import type { Language } from './frames.ts'

export type Read = { id: string; text: string; language: Language }
export type VoiceChange = { reading: string | null } | { voices: readonly Language[] }

const LANGUAGES: readonly Language[] = ['da', 'en']

/** Reads texts aloud, one after the other, by a voice of this computer: nothing that is read leaves it. */
export class Voice {
  readonly #tell: (change: VoiceChange) => void
  readonly #watch = new AbortController()
  #queue: Read[] = []
  /** What is said by an utterance of before counts for nothing. */
  #turn = 0

  constructor(tell: (change: VoiceChange) => void) {
    this.#tell = tell
    const look = () => {
      const voices = LANGUAGES.filter((language) => voiceOf(language) !== undefined)
      tell({ voices })
    }
    look()
    // Browsers list their voices late.
    synth()?.addEventListener?.('voiceschanged', look, { signal: this.#watch.signal })
  }

  /** Now, instead of whatever is being read. */
  read(one: Read): void {
    this.stop()
    this.#queue = [one]
    this.#next()
  }

  /** After what is being read. */
  add(one: Read): void {
    this.#queue.push(one)
    if (this.#queue.length === 1) this.#next()
  }

  stop(): void {
    this.#turn += 1
    if (this.#queue.length === 0) return
    this.#queue = []
    synth()?.cancel()
    this.#tell({ reading: null })
  }

  close(): void {
    this.stop()
    this.#watch.abort()
  }

  #next(): void {
    const [one] = this.#queue
    this.#tell({ reading: one?.id ?? null })
    if (one !== undefined) this.#say(one, inSentences(one.text))
  }

  #say(one: Read, [sentence, ...rest]: string[]): void {
    const voice = voiceOf(one.language)
    if (sentence === undefined || voice === undefined) {
      this.#queue.shift()
      this.#next()
      return
    }
    const turn = this.#turn
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.voice = voice
    utterance.lang = voice.lang
    const go = () => turn === this.#turn && this.#say(one, rest)
    utterance.addEventListener('end', go)
    utterance.addEventListener('error', go)
    synth()?.speak(utterance)
  }
}

function synth(): SpeechSynthesis | undefined {
  return globalThis.speechSynthesis as SpeechSynthesis | undefined
}

function voiceOf(language: Language): SpeechSynthesisVoice | undefined {
  const ours = new RegExp(`^${language}(?:[-_]|$)`, 'i')
  // A voice of the network would be sent what the citizen reads.
  return synth()
    ?.getVoices()
    .find(({ lang, localService }) => localService && ours.test(lang))
}

/** Long utterances break off in some browsers; between sentences a stop is also heard at once. */
function inSentences(text: string): string[] {
  return text.split(/(?<=[.!?:])\s+(?=\p{Lu}|\d)/u).filter((part) => part.trim() !== '')
}
