import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { ClientFrame, ServerFrame } from '#channels/web-chat/browser/frames.ts'
import { reconnectPauseMs } from '#channels/web-chat/browser/reconnect-pause.ts'
import { markedQuestion } from './questions.ts'
import type { Witness } from './witness.ts'

type Options = {
  origin: string
  /** The network address that the proxy in front would tell. */
  ip: string
  random: () => number
  witness: Witness
  /** Once it aborts, what is unanswered is waited for and nothing new is said. */
  stop: AbortSignal
}

const QUESTIONS_A_VISIT = 5
const LONGEST_THOUGHT_MS = 400
const AFTER_REFUSAL_MS = 600

/** Somebody at the chat who asks one thing after another, comes back by itself, and starts anew now and then. */
export async function runWebCitizen(options: Options): Promise<void> {
  while (!options.stop.aborted) await visit(options)
}

/** One conversation, on however many connections it takes. */
async function visit({ origin, ip, random, witness, stop }: Options): Promise<void> {
  let token: string | null = null
  let after = 0
  let tries = 0
  let said = 0
  let answered = 0
  let pending: { id: string; text: string; mark: string } | undefined
  let lostAtMs: number | undefined
  let isOver = false
  const seen = witness.newVisit()

  while (!isOver) {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/chat-socket`, {
      headers: { origin, 'x-forwarded-for': ip },
    })
    let leave = () => {}
    const send = (frame: ClientFrame) => socket.send(JSON.stringify(frame))
    const sayPending = () => {
      if (pending) send({ type: 'say', id: pending.id, text: pending.text, said: { via: 'typed' } })
    }
    const goOn = async () => {
      if (answered < said || pending) return
      if (stop.aborted || said === QUESTIONS_A_VISIT) {
        isOver = true
        return socket.close(1000)
      }
      said += 1
      pending = { id: randomUUID(), ...markedQuestion(random) }
      await wait(random() * LONGEST_THOUGHT_MS)
      if (socket.readyState === socket.OPEN) sayPending()
    }
    const take = async (frame: ServerFrame) => {
      if (frame.type === 'welcome') {
        if (!frame.resumed && after > 0) witness.lost('a conversation was not found again')
        token = frame.token
        tries = 0
        leave = witness.connected(lostAtMs && performance.now() - lostAtMs)
        lostAtMs = undefined
        if (pending) sayPending()
        else await goOn()
      } else if (frame.type === 'received' && frame.id === pending?.id) {
        witness.acknowledged(pending.mark)
        pending = undefined
        await goOn()
      } else if (frame.type === 'refused' && frame.id === pending?.id) {
        await wait(AFTER_REFUSAL_MS)
        if (socket.readyState === socket.OPEN) sayPending()
      } else if (frame.type === 'lines') {
        for (const line of frame.lines) {
          after = Math.max(after, line.position)
          seen.line(line)
          if (line.by === 'bot') answered += 1
        }
        await goOn()
      }
    }
    socket.on('open', () => send({ type: 'hello', token, after, language: 'da' }))
    socket.on('message', (data) => void take(JSON.parse(String(data)) as ServerFrame))
    socket.on('error', () => {})
    await new Promise((closed) => socket.once('close', closed))
    leave()
    if (isOver) return
    lostAtMs ??= performance.now()
    await wait(reconnectPauseMs(tries, random()))
    tries += 1
  }
}
