import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { openLive, postJson, signInColleague } from '#desk/testing/desk-client.ts'
import { hostileTexts } from './hostile-texts.ts'
import { openTarget, type Target } from './open-target.ts'
import { columnsWith } from './places.ts'
import { until } from './until.ts'

let target: Target
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target[Symbol.asyncDispose]())

describe('a text that no citizen writes', () => {
  it.each(hostileTexts)('%s has an answer, and stands there as a text', async (_, text, first) => {
    await using page = await SocketClient.open(target.origin)
    await page.hello()
    const id = page.say(text)
    const answer = () => page.frames.find((frame) => 'id' in frame && frame.id === id)
    await until('an answer', () => answer() !== undefined)
    expect(answer()?.type).toBe(first)
    if (first === 'refused') return
    const lines = () => page.frames.flatMap((frame) => (frame.type === 'lines' ? frame.lines : []))
    await until('a reply', () => lines().some(({ by }) => by === 'bot'))
    const own = lines().find((line) => line.by === 'citizen')
    const shown = own?.by === 'citizen' ? own.text : ''
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThanOrEqual(10 * 2_001)
    expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2060]/u)
    const reply = lines().find((line) => line.by === 'bot')
    expect(reply?.by === 'bot' && reply.mood).not.toBe('broken')
  })
})

describe('a citizen who opens many connections', () => {
  it('says no more on twenty of them than on one', async () => {
    await using first = await SocketClient.open(target.origin)
    const { token } = await first.hello()
    first.say('hvad koster et pas')
    await first.next('received')
    const pages = await Promise.all(
      Array.from({ length: 20 }, () => SocketClient.open(target.origin)),
    )
    await Promise.all(pages.map((page) => page.hello(token)))
    for (const [i, page] of pages.entries())
      for (let n = 0; n < 10; n++) page.say(`besked ${i} nummer ${n}`)
    const count = (type: string) =>
      pages.flatMap(({ frames }) => frames).filter((frame) => frame.type === type).length
    await until('all are told', () => count('received') + count('refused') === 200)
    for (const page of pages) page.drop()
    expect(count('received')).toBeGreaterThan(3)
    expect(count('received')).toBeLessThan(20)
  })
})

describe('a token', () => {
  it('opens what it was given for, and nothing else does', async () => {
    await using owner = await SocketClient.open(target.origin)
    const { token } = await owner.hello()
    owner.say('en hemmelighed om mit pas')
    await owner.next('received')
    const [conversationId = ''] = await conversationsWith('en hemmelighed om mit pas')
    expect(conversationId).toMatch(/^[\w-]{36}$/)
    const lastChanged = token.slice(0, 42) + (token.endsWith('A') ? 'E' : 'A')
    const tries = [conversationId, lastChanged, token.toLowerCase(), `${token} `]
    for (const tried of [...tries, '../../../x', "' OR 1=1 --"]) {
      await using thief = await SocketClient.open(target.origin)
      const welcome = await thief.hello(tried, 1)
      expect(welcome).toMatchObject({ resumed: false, standing: null })
      expect(await thief.next('error')).toMatchObject({ code: 'token-unknown' })
    }
    expect(columnsWith(target.databasePath, token)).toEqual([])
    expect(target.server.output()).not.toContain(token)
  })
})

describe('the socket of staff', () => {
  it('is shut to all others, and to other addresses', async () => {
    const { origin, lead } = target
    const upgrades: [string, Record<string, string>, number][] = [
      ['/desk/live', { origin }, 401],
      ['/desk/live', { origin, cookie: `desk=${'A'.repeat(43)}` }, 401],
      ['/desk/live', { origin: 'https://evil.example', cookie: lead }, 403],
      ['/desk/live', { cookie: lead }, 403],
      ['/chat-socket', { origin: 'https://evil.example' }, 403],
      ['/chat-socket', {}, 403],
      ['/nowhere', { origin }, 404],
      ['/sms/inbound', { origin }, 404],
    ]
    for (const [path, headers, status] of upgrades)
      expect([path, await upgrade(path, headers)]).toEqual([path, status])
  })

  it('is nothing where a page is: it says no word and hangs up', async () => {
    for (const path of ['/desk/colleagues', '/ready', '/']) {
      const { origin, lead: cookie } = target
      const socket = new WebSocket(origin.replace('http', 'ws') + path, {
        headers: { origin, cookie },
      })
      const said: unknown[] = []
      socket.on('message', (data) => said.push(data))
      socket.on('error', () => undefined)
      await new Promise((done) => socket.once('close', done))
      expect(said).toEqual([])
    }
  })

  it('shows no conversation that is the bot’s, and lets nobody act on it', async () => {
    await using page = await SocketClient.open(target.origin)
    await page.hello()
    const text = `hvad koster et pas ${crypto.randomUUID()}`
    page.say(text)
    await page.next('received')
    const [conversationId = ''] = await conversationsWith(text)
    const live = await openLive(target.origin, target.lead)
    await live.frame('desk')
    live.send({ type: 'open', conversationId, after: 0 })
    await live.frame('left', (frame) => frame.conversationId === conversationId)
    for (const act of ['claim', 'return', 'show-number'] as const)
      expect(await live.act({ do: act, conversationId })).toEqual({ state: 'gone' })
    expect(await live.act({ do: 'erase', conversationId, why: 'x' })).toEqual({ state: 'gone' })
    expect(JSON.stringify(live.frames)).not.toContain(text)
    live.close()
  })

  it('gives staff no more than their role, and ends when the account does', async () => {
    const { origin, lead } = target
    const cookie = await signInColleague({ url: origin, signInLink: async () => '' }, lead, 'Sara')
    const live = await openLive(origin, cookie)
    const { me } = await live.frame('desk')
    expect(me).toMatchObject({ name: 'Sara', role: 'staff' })
    for (const path of ['invite', 'role', 'remove']) {
      const body = { id: me.id, name: 'Sara 2', role: 'lead' }
      const response = await postJson(origin, `/desk/colleagues/${path}`, cookie, body)
      expect(response.status).toBe(403)
    }
    await postJson(origin, '/desk/colleagues/remove', lead, { id: me.id })
    live.send({ type: 'leave' })
    expect(await live.closed()).toBe(4401)
    expect(await upgrade('/desk/live', { origin, cookie })).toBe(401)
  })

  it('takes a text up to its length, and refuses one that would be cut', async () => {
    const live = await openLive(target.origin, target.lead)
    await live.frame('desk')
    const act = { do: 'say', conversationId: 'x', text: 'a'.repeat(2_001) }
    live.send(JSON.stringify({ type: 'act', id: '1', act }))
    expect(await live.closed()).toBe(1008)
  })
})

it('a frame that never ends holds up nobody', async () => {
  const { origin } = target
  const port = Number(new URL(origin).port)
  const slow = connect(port, '127.0.0.1')
  slow.on('error', () => undefined)
  const headers = `Host: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nUpgrade: websocket\r\nConnection: Upgrade`
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13'
  slow.write(`GET /chat-socket HTTP/1.1\r\n${headers}\r\n${key}\r\n\r\n`)
  // A text frame of 60 kB is announced, and three letters of it come.
  slow.write(Buffer.from([0x81, 0xfe, 0xea, 0x60, 1, 2, 3, 4, 65, 66, 67]))
  await using page = await SocketClient.open(origin)
  await page.hello()
  page.say('hej')
  await page.next('received')
  slow.destroy()
  expect((await fetch(`${origin}/ready`)).status).toBe(200)
})

it('nothing of all this is a fault of ours in the log', () => {
  const faults = target.server.output().match(/^.*"level":[56]0.*$/gm)
  expect(faults).toBeNull()
})

function upgrade(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((done) => {
    const socket = new WebSocket(target.origin.replace('http', 'ws') + path, { headers })
    socket.on('unexpected-response', (_, { statusCode = 0 }) => done(statusCode))
    socket.on('open', () => {
      socket.terminate()
      done(101)
    })
    socket.on('error', () => undefined)
  })
}

/** Whose ids the attacker has somehow learnt. */
async function conversationsWith(text: string): Promise<string[]> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(target.databasePath, { readOnly: true })
  const sql = `SELECT conversation_id AS id FROM personal_places
    JOIN personal_texts USING (number) WHERE value LIKE ?`
  const rows = database.prepare(sql).all(`${text}%`)
  database.close()
  return rows.map(({ id }) => String(id))
}
