import { Announcer } from './announcer.ts'
import type { Change } from './chat-controller.ts'
import { spokenOf } from './spoken.ts'
import { type Say, staffWritesWords, wordsIn } from './words.ts'

/** After a welcome, what was missed is counted and not read out. */
const CATCHING_UP_MS = 1000
/** A line that flickers is not worth a word. */
const OFFLINE_SPOKEN_MS = 5000

/** Reads out what changes, through the live regions that are there when it speaks. */
export class Speaker {
  readonly #polite: Announcer
  readonly #urgent: Announcer
  #caughtUpAt = 0
  #toldOfWriting = false
  #offline: { since: ReturnType<typeof setTimeout>; said: boolean } | undefined

  constructor(
    region: (kind: 'polite' | 'urgent') => HTMLElement | null,
    isReadingAloud: () => boolean,
  ) {
    this.#polite = new Announcer(() => region('polite'), isReadingAloud)
    this.#urgent = new Announcer(() => region('urgent'))
  }

  say(text: string): void {
    this.#polite.say(text)
  }

  follow(change: Change): void {
    const { before, now, frame } = change
    const say = wordsIn(now.language)
    if (frame?.type === 'welcome' && frame.standing !== null) {
      this.#caughtUpAt = performance.now() + CATCHING_UP_MS
    }
    // What the next person at this computer must not see, they must not hear either.
    if (now.lines.length === 0 && before.lines.length > 0) {
      this.#polite.hush()
      this.#urgent.hush()
    }
    const { polite, urgent } = spokenOf(change, say, performance.now() < this.#caughtUpAt)
    this.#polite.say(polite)
    this.#urgent.say(urgent)
    this.#tellOfWriting(change, say)
    if (now.offline && !before.offline) this.#loseLine(say)
    if (!now.offline && before.offline) this.#haveLineAgain(say)
  }

  /** Once for each message that comes of it, however often they pause. */
  #tellOfWriting({ before, now }: Change, say: Say): void {
    const last = now.lines.at(-1)
    if (last !== before.lines.at(-1) && last?.by === 'staff') this.#toldOfWriting = false
    if (!now.staffWrites || this.#toldOfWriting) return
    this.#toldOfWriting = true
    this.#polite.say(staffWritesWords(now, say))
  }

  #loseLine(say: Say): void {
    const since = setTimeout(() => {
      if (this.#offline !== undefined) this.#offline.said = true
      this.#polite.say(say(navigator.onLine ? 'connecting' : 'offline'))
    }, OFFLINE_SPOKEN_MS)
    this.#offline = { since, said: false }
  }

  #haveLineAgain(say: Say): void {
    clearTimeout(this.#offline?.since)
    if (this.#offline?.said === true) this.#polite.say(say('online-again'))
    this.#offline = undefined
  }
}
