import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { ClientFrame, ServerFrame } from '#channels/web-chat/browser/frames.ts'

const LIMIT_MS = 30_000

/** One short conversation over a socket of its own: a question, its answer, goodbye. Rejects when no answer comes. */
export function converse(origin: string, ip: string, question: string): Promise<void> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/chat-socket`, {
    headers: { origin, 'x-forwarded-for': ip },
  })
  const send = (frame: ClientFrame) => socket.send(JSON.stringify(frame))
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.terminate(), LIMIT_MS)
    let answered = false
    socket.on('open', () => send({ type: 'hello', token: null, after: 0, language: 'da' }))
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as ServerFrame
      if (frame.type === 'welcome')
        send({ type: 'say', id: randomUUID(), text: question, said: { via: 'typed' } })
      if (frame.type === 'refused' || frame.type === 'error') socket.terminate()
      if (frame.type === 'lines' && frame.lines.some(({ by }) => by === 'bot')) {
        answered = true
        send({ type: 'close' })
      }
      if (frame.type === 'ended') socket.close(1000)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(late)
      if (answered) resolve()
      else reject(new Error('a conversation got no answer'))
    })
  })
}
