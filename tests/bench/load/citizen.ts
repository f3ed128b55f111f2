import { randomInt, randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { ServerFrame } from '#channels/web-chat/browser/frames.ts'

/** A citizen's page without the page: one socket from an address of its own, one thing said at a time. */
export class Citizen {
  /** What one citizen may say at once. */
  turnsLeft = 6
  token = ''
  position = 0
  onLost = () => {}
  readonly #socket: WebSocket
  #saying:
    | { id: string; answered: () => void; failed: (why: Error) => void; kept: () => void }
    | undefined
  #ready: () => void = () => {}

  private constructor(origin: string) {
    const headers = {
      origin,
      'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    }
    this.#socket = new WebSocket(`${origin.replace('http', 'ws')}/chat-socket`, {
      headers,
      perMessageDeflate: false,
    })
    this.#socket.on('message', (data) => this.#hear(JSON.parse(String(data)) as ServerFrame))
  }

  /** Opens and greets, as a page does that loads or comes back. */
  static async open(origin: string, token: string | null = null, after = 0): Promise<Citizen> {
    const citizen = new Citizen(origin)
    await new Promise<void>((resolve, reject) => {
      citizen.#socket.once('error', reject)
      citizen.#socket.once('close', () => reject(new Error('closed')))
      citizen.#socket.once('open', () => {
        citizen.#ready = resolve
        citizen.#socket.send(JSON.stringify({ type: 'hello', token, after, language: 'da' }))
      })
    })
    citizen.#socket.on('error', () => {})
    citizen.#socket.on('close', () => {
      citizen.#saying?.failed(new Error('closed'))
      citizen.onLost()
    })
    return citizen
  }

  /** Resolves when a reply has come; `kept` is called once it is acknowledged. */
  says(text: string, kept = () => {}, id: string = randomUUID()): Promise<void> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('closed'))
    this.turnsLeft -= 1
    return new Promise((answered, failed) => {
      this.#saying = { id, answered, failed, kept }
      this.#socket.send(JSON.stringify({ type: 'say', id, text, said: { via: 'typed' } }))
    })
  }

  leave(): void {
    this.#socket.terminate()
  }

  #hear(frame: ServerFrame): void {
    if (frame.type === 'welcome') {
      this.token = frame.token
      this.#ready()
    }
    if (frame.type === 'received' && frame.id === this.#saying?.id) this.#saying.kept()
    if (frame.type === 'refused' || frame.type === 'error')
      this.#saying?.failed(new Error(frame.code))
    if (frame.type !== 'lines') return
    this.position = frame.lines.at(-1)?.position ?? this.position
    if (!frame.lines.some(({ by }) => by === 'bot')) return
    this.#saying?.answered()
    this.#saying = undefined
  }
}
