import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { ServerFrame } from '#channels/web-chat/browser/frames.ts'

/** A chat socket from a certain sender: what it was told, and whether it was let in. */
export type SenderSocket = { frames: ServerFrame[]; isIn: boolean; end(): void }

/**
 * Opens a chat from an address of this machine, with whatever it says in X-Forwarded-For, and says one thing. Resolves once
 * that is received or refused, or the door stays shut.
 */
export async function sayFrom(
  origin: string,
  { from, forwarded, text }: { from: string; forwarded: string | null; text: string },
): Promise<SenderSocket> {
  const headers = { origin, ...(forwarded !== null && { 'x-forwarded-for': forwarded }) }
  const url = `${origin.replace('http', 'ws')}/chat-socket`
  const socket = new WebSocket(url, { headers, localAddress: from })
  const frames: ServerFrame[] = []
  const { promise: settled, resolve } = Promise.withResolvers<void>()
  let isIn = false
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame
    frames.push(frame)
    if (frame.type === 'welcome')
      socket.send(JSON.stringify({ type: 'say', id: randomUUID(), text, said: { via: 'typed' } }))
    if (frame.type === 'received') isIn = true
    if (frame.type === 'received' || frame.type === 'refused') resolve()
  })
  socket.on('close', () => resolve())
  socket.on('error', () => resolve())
  await Promise.race([once(socket, 'open'), settled])
  if (socket.readyState === socket.OPEN)
    socket.send(JSON.stringify({ type: 'hello', token: null, after: 0, language: 'da' }))
  await settled
  return { frames, isIn, end: () => socket.terminate() }
}

/** How the server answers an upgrade, before there is a socket: the status, or `open`. */
export async function upgradeStatus(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | 'open'> {
  const socket = new WebSocket(origin.replace('http', 'ws') + path, { headers })
  const { promise, resolve } = Promise.withResolvers<number | 'open'>()
  socket.on('open', () => resolve('open'))
  socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
  socket.on('error', () => {})
  const status = await promise
  socket.terminate()
  return status
}
