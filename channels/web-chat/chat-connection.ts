import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Language } from '#conversation/events.ts'
import type { Dialogue } from '#dialogue/dialogue.ts'
import type { Clock } from '#platform/clock.ts'
import { type TokenBucket, tokenBucket } from '#platform/token-bucket.ts'
import { inSeconds } from './admission.ts'
import type { ClientFrame, RefusalCode, SayFrame, ServerFrame } from './browser/frames.ts'
import { phoneFault } from './browser/phone-check.ts'
import { linesWithFeedback } from './citizen-lines.ts'
import { gateFrame } from './frame-gate.ts'
import type { WebChatLimits } from './limits.ts'
import { refusal, widgetWords, words } from './server-words.ts'
import type { Talk, Talks } from './talk.ts'

const SLOW_BEATS = 4

export type ConnectionDeps = {
  dialogue: Dialogue
  talks: Talks
  clock: Clock
  log: Logger
  limits: WebChatLimits
  /** Whoever opens more connections may say no more. */
  mayStillSay: (talk: Talk) => boolean
  secondsToWait: (talk: Talk) => number
}

/** One open socket of one page. Frames are handled in the order in which they came. */
export class ChatConnection {
  readonly #socket: WebSocket
  readonly #deps: ConnectionDeps
  readonly #gone = new AbortController()
  readonly #frames: TokenBucket
  #language: Language = 'da'
  #talk: Talk | undefined
  #follows = false
  #work: Promise<void> = Promise.resolve()
  #lastStanding = ''
  #refusedInARow = 0
  #alive = true
  #queued = false
  #beats = 0

  constructor(socket: WebSocket, deps: ConnectionDeps) {
    this.#socket = socket
    this.#deps = deps
    this.#frames = tokenBucket(deps.limits.framesPerConnection)
    const beat = setInterval(() => this.#beat(), deps.limits.heartbeatMs)
    socket.on('message', (data, isBinary) => this.#take(data as Buffer, isBinary))
    socket.on('pong', () => {
      this.#alive = true
    })
    socket.on('error', (err) => deps.log.info({ code: codeOf(err) }, 'chat socket failed'))
    socket.on('close', () => {
      clearInterval(beat)
      this.#gone.abort()
    })
  }

  #take(data: Buffer, isBinary: boolean): void {
    this.#alive = true
    const gated = gateFrame(data, isBinary, this.#deps.limits.maxFrameBytes)
    if (!gated.ok) {
      this.#refuse(gated.code, gated.id)
      return
    }
    const { frame } = gated
    const says = frame.type === 'say' || frame.type === 'human'
    const id = says ? frame.id : null
    if (!this.#frames.take()) {
      this.#refuse('too-fast', id, { seconds: inSeconds(this.#frames.waitMs()) })
      return
    }
    this.#work = this.#work
      .then(() => this.#handle(frame))
      .catch((err) => {
        this.#deps.log.error({ err, frame: frame.type }, 'chat frame failed')
        this.#refuse('storage-failed', id)
      })
  }

  async #handle(frame: ClientFrame): Promise<void> {
    if (frame.type === 'ping') return this.#send({ type: 'pong' })
    if (frame.type === 'hello') return this.#hello(frame)
    const talk = this.#talk
    const id = 'id' in frame ? frame.id : null
    if (talk === undefined) return this.#refuse('request-invalid', id)
    const says = frame.type === 'say' || frame.type === 'human'
    if (says && !this.#deps.mayStillSay(talk))
      return this.#refuse('too-fast', id, { seconds: this.#deps.secondsToWait(talk) })
    this.#refusedInARow = 0
    switch (frame.type) {
      case 'say':
        return this.#say(talk, frame)
      case 'human':
        return this.#say(talk, {
          type: 'say',
          id: frame.id,
          text: words.widget.human[this.#language],
          said: { via: 'chosen', choice: 'human' },
        })
      case 'feedback': {
        const { of, helped, comment } = frame
        if (talk.conversationId === undefined) return this.#refuse('request-invalid', null)
        await this.#deps.dialogue.giveFeedback(talk.conversationId, { of, helped, comment })
        return
      }
      case 'writing':
        if (talk.conversationId !== undefined)
          this.#deps.dialogue.citizenWrites(talk.conversationId)
        return
      case 'language':
        return this.#speak(frame.language, talk)
      case 'close':
      case 'erase':
        return this.#end(talk, frame.type)
    }
  }

  async #hello(frame: Extract<ClientFrame, { type: 'hello' }>): Promise<void> {
    if (this.#gone.signal.aborted) return
    // A second hello would give the page every line twice.
    if (this.#talk !== undefined) return this.#refuse('request-invalid', null)
    this.#language = frame.language
    const { dialogue, talks, clock } = this.#deps
    const { talk, resumed } = await talks.resume(frame.token)
    this.#talk = talk
    const id = talk.conversationId
    const standing = id === undefined ? null : await dialogue.standing(id)
    this.#queued = standing?.handledBy === 'queue'
    const hours = standing?.hours ?? (await dialogue.hours(frame.language))
    this.#send({ type: 'welcome', token: talk.token, resumed, standing, hours, now: clock.now() })
    if (!resumed && frame.after > 0) this.#refuse('token-unknown', null)
    if (id !== undefined) this.#follow(id, frame.after)
  }

  async #speak(language: Language, talk: Talk): Promise<void> {
    this.#language = language
    // From the first word on, the language is the conversation's.
    if (talk.conversationId !== undefined) return
    this.#send({ type: 'hours', hours: await this.#deps.dialogue.hours(language) })
  }

  async #say(talk: Talk, frame: SayFrame): Promise<void> {
    const received = await this.#deps.talks.say(talk, frame, this.#language)
    if (received.state === 'refused') {
      const wrong = received.why === 'phone' ? this.#phoneFault(frame) : null
      this.#refuse(received.why, frame.id, { text: wrong })
    } else {
      const lineId = received.state === 'recorded' ? received.utteranceId : null
      this.#send({ type: 'received', id: frame.id, lineId })
    }
    if (talk.conversationId === undefined) return
    this.#follow(talk.conversationId, 0)
    await this.#tellStanding(talk.conversationId)
  }

  async #end(talk: Talk, how: 'close' | 'erase'): Promise<void> {
    if (talk.conversationId !== undefined) await this.#deps.dialogue[how](talk.conversationId)
    this.#send({ type: 'ended', how: how === 'close' ? 'closed' : 'erased' })
  }

  #phoneFault({ said }: SayFrame): string | null {
    return said.via === 'form' ? phoneFault(said.phone, widgetWords(this.#language)) : null
  }

  #follow(conversationId: string, after: number): void {
    if (this.#follows) return
    this.#follows = true
    const unlisten = this.#deps.dialogue.onStaffWriting(conversationId, (writing) =>
      this.#send({ type: 'staff-writing', writing }),
    )
    this.#gone.signal.addEventListener('abort', unlisten, { once: true })
    this.#pass(conversationId, after).catch((err) => {
      if (this.#gone.signal.aborted) return
      this.#deps.log.error({ err, conversationId }, 'following failed')
      // The page comes back by itself and goes on after the last line it has seen.
      this.#socket.close(1011)
    })
  }

  async #pass(conversationId: string, after: number): Promise<void> {
    const { signal } = this.#gone
    for await (const lines of this.#deps.dialogue.follow(conversationId, after, signal)) {
      // What is being received is acknowledged first: the page knows its own line then.
      await this.#work
      const seen = linesWithFeedback(lines)
      if (seen.length > 0) this.#send({ type: 'lines', lines: seen })
      await this.#tellStanding(conversationId)
    }
  }

  /** What stands beside the messages; that it cannot be read now spoils nothing that was said. */
  async #tellStanding(conversationId: string): Promise<void> {
    const standing = await this.#deps.dialogue.standing(conversationId).catch((err) => {
      this.#deps.log.error({ err, conversationId }, 'standing failed')
      return undefined
    })
    if (standing === undefined) return
    this.#queued = standing.handledBy === 'queue'
    const told = JSON.stringify(standing)
    if (told === this.#lastStanding) return
    this.#lastStanding = told
    this.#send({ type: 'standing', standing })
  }

  #beat(): void {
    if (!this.#alive) {
      this.#socket.terminate()
      return
    }
    this.#alive = false
    this.#socket.ping()
    // How many wait in front changes without a word in this conversation; when we open, more slowly.
    this.#beats += 1
    if (!this.#queued && this.#beats % SLOW_BEATS !== 0) return
    const id = this.#talk?.conversationId
    if (id === undefined || !this.#follows) return
    void this.#tellStanding(id)
  }

  #refuse(
    code: RefusalCode,
    id: string | null,
    { text = null, ...gaps }: { text?: string | null; seconds?: number } = {},
  ): void {
    this.#refusedInARow += 1
    if (this.#refusedInARow > this.#deps.limits.patience) {
      this.#socket.close(1008)
      return
    }
    const told = { code, text: text ?? refusal(code, this.#language, gaps) }
    this.#send(id === null ? { type: 'error', ...told } : { type: 'refused', id, ...told })
    // A flood is one line in the log, not thousands.
    if (this.#refusedInARow === 1) this.#deps.log.info({ code }, 'chat frame refused')
  }

  #send(frame: ServerFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    // A page that does not read is cut off; it resumes from its last line.
    if (this.#socket.bufferedAmount > 1024 * 1024) this.#socket.terminate()
    else this.#socket.send(JSON.stringify(frame))
  }
}

function codeOf(err: Error): string {
  return 'code' in err && typeof err.code === 'string' ? err.code : err.name
}
