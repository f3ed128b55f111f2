import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type {
  CitizenLine,
  ClientFrame,
  SayFrame,
  ServerFrame,
} from '#channels/web-chat/browser/frames.ts'

/** A page of the chat without a page, for tests: speaks the frames over a real socket. */
export class SocketClient implements AsyncDisposable {
  readonly frames: ServerFrame[] = []
  closed: number | undefined
  readonly #socket: WebSocket
  #wake = () => {}

  static async open(url: string, origin: string | undefined = url): Promise<SocketClient> {
    const client = new SocketClient(url, origin)
    await new Promise<void>((done, fail) => {
      client.#socket.once('open', done)
      client.#socket.once('error', fail)
    })
    return client
  }

  private constructor(url: string, origin: string | undefined) {
    const headers = origin === undefined ? {} : { origin }
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/chat-socket`, { headers })
    this.#socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)) as ServerFrame)
      this.#wake()
    })
    this.#socket.on('close', (code) => {
      this.closed = code
      this.#wake()
    })
  }

  send(frame: ClientFrame): void {
    this.#socket.send(JSON.stringify(frame))
  }
  sendRaw(data: string | Buffer): void {
    this.#socket.send(data)
  }
  async hello(token: string | null = null, after = 0) {
    this.send({ type: 'hello', token, after, language: 'da' })
    return this.next('welcome')
  }
  say(text: string, said: SayFrame['said'] = { via: 'typed' }, id: string = randomUUID()): string {
    this.send({ type: 'say', id, text, said })
    return id
  }
  /** The first frame of a kind that was not taken yet. */
  async next<T extends ServerFrame['type']>(type: T): Promise<Extract<ServerFrame, { type: T }>> {
    for (;;) {
      const at = this.frames.findIndex((frame) => frame.type === type)
      if (at >= 0) return this.frames.splice(at, 1)[0] as Extract<ServerFrame, { type: T }>
      if (this.closed !== undefined) throw new Error(`closed ${this.closed} before ${type}`)
      await this.#change()
    }
  }
  /** Lines until there are that many. */
  async lines(count: number): Promise<CitizenLine[]> {
    const lines: CitizenLine[] = []
    while (lines.length < count) {
      const { lines: news } = await this.next('lines')
      lines.push(...news.flatMap((line) => (line.by === 'feedback' ? [] : [line])))
    }
    return lines
  }
  async whenClosed(): Promise<number> {
    while (this.closed === undefined) await this.#change()
    return this.closed
  }
  drop(): void {
    this.#socket.terminate()
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.terminate()
  }

  #change(): Promise<void> {
    return new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error('nothing came within 5 s')), 5000)
      this.#wake = () => {
        clearTimeout(late)
        done()
      }
    })
  }
}
