import { PASSWORD } from '#desk/testing/desk-client.ts'
import type { Sent, Teller, Told } from './story.ts'

/** Asks as somebody. */
export type Asks = (name: string, sent?: Sent) => Promise<Told>
export type Line = { by: string; id: string; position: number; card: { kind: string } | null }

export function linesIn({ body }: Told): readonly Line[] {
  return (body as { lines: readonly Line[] }).lines
}

export function cookieIn({ headers }: Told): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Those who talk to the server at `url`. */
export function peopleAt(url: string, { tell }: Pick<Teller, 'tell'>) {
  const withHeaders =
    (headers: Readonly<Record<string, string>>): Asks =>
    (name, sent = {}) =>
      tell(name, { ...sent, headers: { ...headers, ...sent.headers } })
  return {
    withHeaders,
    async startChat() {
      const begun = await tell('post /api/chat/conversations', { json: { language: 'da' } })
      const { token } = begun.body as { token: string }
      const ask = withHeaders({ authorization: `Bearer ${token}` })
      const say = (text: string, more = {}) =>
        ask('post /api/chat/messages', { json: { messageId: crypto.randomUUID(), text, ...more } })
      return { ask, say }
    },
    /** With a link that works once. */
    async enterDesk(name: string, token: string) {
      const form = { name, password: PASSWORD, token }
      const made = await tell('post /desk/welcome', { form, headers: { origin: url } })
      const cookie = cookieIn(made)
      return { cookie, ask: withHeaders({ cookie, origin: url }) }
    },
  }
}
export type People = ReturnType<typeof peopleAt>
