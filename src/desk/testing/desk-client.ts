import { WebSocket } from 'ws'
import type { Act, ActResult, FromPage, ToPage } from '#desk/frames.ts'

type Server = { url: string; signInLink(): Promise<string> }
export type Frame<Type extends ToPage['type']> = Extract<ToPage, { type: Type }>
export const PASSWORD = 'fire små gule ord'

/** Posts a form as the desk's own page does; redirects are not followed. */
export function postForm(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: url, ...headers },
  })
}

export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The first person, who is lead. Gives the cookie. */
export async function signInFirst(server: Server, name: string): Promise<string> {
  const token = (await server.signInLink()).split('#')[1] ?? ''
  return cookieOf(await postForm(server.url, '/desk/welcome', { token, name, password: PASSWORD }))
}

/** A colleague, invited by the lead. */
export async function signInColleague(
  { url }: Server,
  lead: string,
  name: string,
): Promise<string> {
  const { link } = (await (
    await postJson(url, '/desk/colleagues/invite', lead, { name, role: 'staff' })
  ).json()) as { link: string }
  const token = link.split('#')[1] ?? ''
  return cookieOf(await postForm(url, '/desk/welcome', { token, name, password: PASSWORD }))
}

export function postJson(
  url: string,
  path: string,
  cookie: string,
  body: unknown,
): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: url, cookie },
  })
}

/** A page's live stream without the page: every frame is kept. */
export async function openLive(
  url: string,
  cookie: string,
  origin = url,
  /** The laptop is shut: pings go unanswered, and no goodbye is said. */
  answersPings = true,
) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/desk/live`, {
    headers: { cookie, origin },
    autoPong: answersPings,
  })
  const frames: ToPage[] = []
  const waiting = new Set<() => void>()
  let closedWith: number | undefined
  const wake = () => {
    for (const look of waiting) look()
  }
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as ToPage)
    wake()
  })
  socket.on('close', (code) => {
    closedWith = code
    wake()
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('unexpected-response', (_request, { statusCode }) =>
      reject(new Error(String(statusCode))),
    )
    socket.on('error', reject)
  })
  const until = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the frame did not come')), 5000)
      const check = () => {
        const found = look()
        if (found === undefined) return
        clearTimeout(timer)
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  return {
    frames,
    until,
    send: (frame: FromPage | string) =>
      socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    /** The first frame of a type that fits. */
    frame: <Type extends ToPage['type']>(
      type: Type,
      fits: (frame: Frame<Type>) => boolean = () => true,
    ) =>
      until(() =>
        frames.find(
          (frame): frame is Frame<Type> => frame.type === type && fits(frame as Frame<Type>),
        ),
      ),
    async act(act: Act, id: string = crypto.randomUUID()): Promise<ActResult> {
      socket.send(JSON.stringify({ type: 'act', id, act } satisfies FromPage))
      return (await this.frame('ack', (frame) => frame.id === id)).result
    },
    closed: () => until(() => closedWith),
    close: () => socket.close(),
  }
}
