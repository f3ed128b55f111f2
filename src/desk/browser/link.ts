import type { Act, ActResult, FromPage, ToPage } from '#desk/frames.ts'
import type { Undone } from './state.ts'

/** The server sends a beat every 20 s. A laptop that slept, or a line that nobody closed, is noticed by their absence. */
const SILENCE_MS = 45_000
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15_000]
// The same numbers as in #desk/frames.ts, which the page knows by type only.
const SIGNED_OUT = 4401
const ROLE_CHANGED = 4403
const SILENT = 4000

export type Link = {
  send(frame: FromPage): void
  /** Resolves once the server has said what became of it. */
  act(act: Act, id?: string): Promise<ActResult | Undone>
  retryNow(): void
  isUp(): boolean
}
export type LinkEvents = {
  frame(frame: ToPage): void
  /** `retryInMs`: when the next try is made. */
  lost(retryInMs: number): void
  signedOut(): void
}

/** The live stream: connects, reconnects, and keeps what was not acknowledged until it is. */
export function connect(url: string, events: LinkEvents): Link {
  const unanswered = new Map<string, { act: Act; settle: (result: ActResult | Undone) => void }>()
  let socket: WebSocket | undefined
  let up = false
  let failures = 0
  let instance = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const send = (frame: FromPage) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }
  const settle = (id: string, result: ActResult | Undone) => {
    unanswered.get(id)?.settle(result)
    unanswered.delete(id)
  }
  const resume = (serverInstance: string) => {
    for (const [id, { act }] of unanswered) {
      // The same process remembers what it did; a message is recognised by its id even after a restart.
      if (serverInstance === instance || act.do === 'say') send({ type: 'act', id, act })
      else settle(id, { state: 'undone', why: 'in-doubt' })
    }
    instance = serverInstance
  }
  const receive = (frame: ToPage) => {
    if (frame.type === 'ack') settle(frame.id, frame.result)
    events.frame(frame)
    if (frame.type === 'desk') {
      up = true
      failures = 0
      resume(frame.instance)
    }
  }
  const open = () => {
    clearTimeout(timer)
    const opened = new WebSocket(url)
    socket = opened
    const hangUp = () => {
      if (socket !== opened) return
      // A dead line never says that it has closed.
      socket = undefined
      opened.close()
      ended(SILENT)
    }
    const listen = () => {
      clearTimeout(silence)
      silence = setTimeout(hangUp, SILENCE_MS)
    }
    opened.onmessage = ({ data }) => {
      // What still trickles in from a line that was given up is not of now.
      if (socket !== opened) return
      listen()
      receive(JSON.parse(String(data)) as ToPage)
    }
    opened.onclose = ({ code }) => {
      if (socket === opened) ended(code)
    }
    listen()
  }
  const ended = (code: number) => {
    up = false
    clearTimeout(silence)
    if (code === ROLE_CHANGED) location.reload()
    else if (code === SIGNED_OUT) events.signedOut()
    else {
      const retryInMs = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 15_000
      timer = setTimeout(open, retryInMs)
      events.lost(retryInMs)
      if (failures > 1) void noticeSignedOut()
    }
  }
  // A refused upgrade looks like a broken line; the page itself tells which it was.
  const noticeSignedOut = async () => {
    const answer = await fetch('/desk/', { redirect: 'manual' }).catch(() => undefined)
    if (answer?.type !== 'opaqueredirect') return
    clearTimeout(timer)
    events.signedOut()
  }
  open()
  addEventListener('online', () => !up && open())
  return {
    send,
    act: (act, id = crypto.randomUUID()) =>
      new Promise((resolve) => {
        if (!up) return resolve({ state: 'undone', why: 'offline' })
        unanswered.set(id, { act, settle: resolve })
        send({ type: 'act', id, act })
      }),
    retryNow: () => {
      if (!up) open()
    },
    isUp: () => up,
  }
}
