import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const FRAMES_A_PIECE = 500
const PING = 0x89
const MASKED = 0x80
const LARGEST_CONTROL_BYTES = 125

/** A page that speaks and never reads: what the server answers piles up. A WebSocket made by hand. */
export async function openDeafPage(port: number): Promise<Socket> {
  const peer = connect(port, '127.0.0.1')
  await once(peer, 'connect')
  peer.on('error', () => {})
  peer.write(
    [
      'GET /chat-socket HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  )
  await once(peer, 'data')
  peer.pause()
  return peer
}

/** Asks for signs of life as fast as they are taken; answers how many bytes were taken before the server cut the line. */
export async function pingWithoutEnd(peer: Socket, mostBytes: number): Promise<number> {
  const frame = Buffer.concat([
    Buffer.from([PING, MASKED | LARGEST_CONTROL_BYTES, 0, 0, 0, 0]),
    Buffer.alloc(LARGEST_CONTROL_BYTES, 'x'),
  ])
  const piece = Buffer.concat(Array<Buffer>(FRAMES_A_PIECE).fill(frame))
  let taken = 0
  const closed = new Promise((resolve) => peer.once('close', resolve))
  while (!peer.destroyed && taken < mostBytes) {
    if (!peer.write(piece)) {
      await Promise.race([new Promise((resolve) => peer.once('drain', resolve)), closed])
    }
    taken += piece.length
  }
  return taken
}
