import type { ClientFrame, ServerFrame } from './frames.ts'
import { reconnectPauseMs } from './reconnect-pause.ts'

export type ConnectionEvents = {
  opened(): void
  received(frame: ServerFrame): void
  lost(): void
}

const CHECK_MS = 5_000
const PING_AFTER_MS = 15_000
const DEAD_AFTER_MS = 25_000
const PROBE_MS = 4_000

/** Keeps a socket to the server open: notices a dead one by silence and comes back by itself until it is stopped. */
export class Connection {
  readonly #url: string
  readonly #on: ConnectionEvents
  #socket: WebSocket | undefined
  #heardAt = 0
  #tries = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  readonly #check: ReturnType<typeof setInterval>
  readonly #watch = new AbortController()

  constructor(url: string, on: ConnectionEvents) {
    this.#url = url
    this.#on = on
    this.#check = setInterval(() => this.#listen(), CHECK_MS)
    const { signal } = this.#watch
    // A laptop that wakes up, a phone that comes back: ask at once whether the line still lives.
    document.addEventListener('visibilitychange', () => this.probe(), { signal })
    addEventListener('online', () => this.#connectNow(), { signal })
    addEventListener('offline', () => this.#drop(), { signal })
    addEventListener('pageshow', () => this.probe(), { signal })
    this.#open()
  }

  send(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false
    this.#socket.send(JSON.stringify(frame))
    return true
  }

  /** Asks for a sign of life; without one the socket is given up. */
  probe(): void {
    if (document.visibilityState === 'hidden') return
    const askedAt = Date.now()
    const asked = this.#socket
    if (asked === undefined) {
      this.#connectNow()
      return
    }
    if (!this.send({ type: 'ping' })) return
    setTimeout(() => {
      if (this.#socket === asked && this.#heardAt < askedAt) this.#drop()
    }, PROBE_MS)
  }

  stop(): void {
    this.#watch.abort()
    clearInterval(this.#check)
    clearTimeout(this.#retry)
    const socket = this.#socket
    this.#socket = undefined
    socket?.close(1000)
  }

  #open(): void {
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    this.#heardAt = Date.now()
    const isCurrent = () => this.#socket === socket
    socket.addEventListener('open', () => {
      if (!isCurrent()) return
      this.#heardAt = Date.now()
      this.#on.opened()
    })
    socket.addEventListener('message', (message: MessageEvent<string>) => {
      if (!isCurrent()) return
      this.#heardAt = Date.now()
      const frame = JSON.parse(message.data) as ServerFrame
      // Whoever is turned away at the door is told why, and comes back no sooner for it.
      if (frame.type === 'welcome') this.#tries = 0
      this.#on.received(frame)
    })
    socket.addEventListener('close', () => isCurrent() && this.#drop())
  }

  #listen(): void {
    if (this.#socket === undefined) return
    const silentMs = Date.now() - this.#heardAt
    if (silentMs > DEAD_AFTER_MS) this.#drop()
    else if (silentMs > PING_AFTER_MS) this.send({ type: 'ping' })
  }

  #drop(): void {
    const socket = this.#socket
    if (this.#watch.signal.aborted) return
    // A dead socket may take minutes to close: nobody waits for it.
    this.#socket = undefined
    socket?.close()
    if (socket !== undefined) this.#on.lost()
    clearTimeout(this.#retry)
    const pauseMs = reconnectPauseMs(this.#tries, Math.random())
    this.#tries += 1
    this.#retry = setTimeout(() => this.#connectNow(), pauseMs)
  }

  #connectNow(): void {
    if (this.#socket !== undefined || this.#watch.signal.aborted) return
    clearTimeout(this.#retry)
    this.#open()
  }
}
