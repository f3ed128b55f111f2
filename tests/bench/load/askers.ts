import { randomInt } from 'node:crypto'

/** One connection's part of a conversation: what it sends next, and what it makes of the answer. */
export type Asker = {
  request(): { method: 'POST'; path: string; headers: Record<string, string>; body: string }
  /** `prepared` is no turn; anything but `answered` is a failure, named. */
  hear(status: number, body: string): string
}

/** Within what one citizen may say at once. */
const TURNS_A_CITIZEN = 6
const json = { 'content-type': 'application/json' }

/** Citizens one after the other, each with an address, a token and a few turns of its own. */
export function askGateway(next: () => string): Asker {
  let token = ''
  let left = 0
  let said = 0
  let address = ''
  let starting = false
  return {
    request() {
      starting = left === 0
      if (starting) {
        address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
        const headers = { ...json, 'x-forwarded-for': address }
        return { method: 'POST', path: '/api/chat/conversations', headers, body: '{}' }
      }
      left -= 1
      said += 1
      const headers = { ...json, 'x-forwarded-for': address, authorization: `Bearer ${token}` }
      const body = JSON.stringify({ messageId: String(said), text: next() })
      return { method: 'POST', path: '/api/chat/messages', headers, body }
    },
    hear(status, body) {
      if (starting) {
        token = /"token":"([\w-]+)"/.exec(body)?.[1] ?? ''
        left = TURNS_A_CITIZEN
        return token === '' ? `start refused: ${status}` : 'prepared'
      }
      return status === 200 && body.startsWith('{"state":"answered"') ? 'answered' : String(status)
    },
  }
}

/** Messages of the Bot Framework protocol that ask for the replies in the same answer. */
export function askBot(next: () => string): Asker {
  let said = 0
  const citizen = `citizen-${randomInt(1e9)}`
  return {
    request() {
      said += 1
      const activity = {
        type: 'message',
        id: String(said),
        timestamp: new Date().toISOString(),
        channelId: 'directline',
        serviceUrl: 'http://127.0.0.1',
        from: { id: citizen },
        recipient: { id: 'bot' },
        conversation: { id: `${citizen}-${Math.ceil(said / TURNS_A_CITIZEN)}` },
        deliveryMode: 'expectReplies',
        text: next(),
      }
      return {
        method: 'POST',
        path: '/api/messages',
        headers: json,
        body: JSON.stringify(activity),
      }
    },
    hear: (status, body) =>
      status === 200 && body.includes('"activities":[{') ? 'answered' : String(status),
  }
}

export function askEcho(next: () => string): Asker {
  return {
    request: () => ({
      method: 'POST',
      path: '/',
      headers: json,
      body: JSON.stringify({ text: next() }),
    }),
    hear: (status) => (status === 200 ? 'answered' : String(status)),
  }
}
