import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A line between client and server that can go bad in every way that neither end is told of. */
export type TcpProxy = AsyncDisposable & {
  port: number
  /** Connections there are fall silent, both ways, and nobody closes them; new ones pass. */
  swallow(): void
  /** New connections are reset, as when nothing listens. Those there are stay as they are. */
  refuse(): void
  /** New connections pass again, at full speed. What was swallowed stays silent: nobody gets it back in real life. */
  passAll(): void
  /** Everything passes no faster than this, each connection and each way by itself. */
  slow(bytesPerSecond: number): void
  /** How many connections of clients are open, the silent ones among them. */
  open(): number
  /** Ends every connection and stops listening. */
  close(): Promise<void>
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const lines = new Set<Line>()
  let refuses = false
  let bytesPerSecond = Number.POSITIVE_INFINITY
  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (refuses) {
      client.resetAndDestroy()
      return
    }
    const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true })
    const line: Line = { client, target, silent: false }
    lines.add(line)
    const pace = () => bytesPerSecond
    void carry(line, client, target, pace)
    void carry(line, target, client, pace)
    join(line, client, target)
    join(line, target, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    for (const { client, target } of lines) {
      client.destroy()
      target.destroy()
    }
    await new Promise((done) => server.close(done))
  }
  return {
    port: (server.address() as AddressInfo).port,
    swallow() {
      for (const line of lines) line.silent = true
    },
    refuse() {
      refuses = true
    },
    passAll() {
      refuses = false
      bytesPerSecond = Number.POSITIVE_INFINITY
    },
    slow(most) {
      bytesPerSecond = most
    },
    open: () => [...lines].filter(({ client }) => !client.destroyed).length,
    close,
    [Symbol.asyncDispose]: close,
  }
}

type Line = { client: Socket; target: Socket; silent: boolean }

function join(line: Line, end: Socket, other: Socket): void {
  // Why an end broke is not the line's business; that it did is told by closing.
  end.on('error', () => {})
  end.on('close', () => {
    // A silent line tells nobody that the other end has gone.
    if (!line.silent) other.destroy()
  })
}

const TICKS_PER_SECOND = 20

/** Carries one way of a line until it ends. What arrives while the line is silent is taken off and lost, so that no end notices. */
async function carry(line: Line, from: Socket, to: Socket, pace: () => number): Promise<void> {
  try {
    for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      for (let sent = 0; sent < chunk.length && !line.silent; ) {
        const most = Math.max(1, Math.floor(pace() / TICKS_PER_SECOND))
        const piece = chunk.subarray(sent, sent + most)
        sent += piece.length
        if (!to.write(piece) && !to.destroyed)
          await Promise.race([once(to, 'drain'), once(to, 'close')])
        if (sent < chunk.length) await wait(1000 / TICKS_PER_SECOND)
      }
    }
    if (!line.silent) to.end()
  } catch {
    // The ends tell each other by closing.
  }
}
