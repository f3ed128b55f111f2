import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GatewayApiFake, startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { openLive, signInFirst } from '#desk/testing/desk-client.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'
import { columnsWith, filesWith } from './places.ts'
import { until } from './until.ts'

/** A citizen whose every fact is so odd that it stands nowhere by chance. */
const citizen = {
  name: 'Kanariefugl Sangersen',
  never: ['170685-3391', '1706853391', 'otte fem tre tre ni', 'kanariefugl@', 'sangersen.example'],
  numbers: ['20000777', '20 00 07 77', '20000778'],
}
const told = [
  `Jeg hedder ${citizen.name}, mit cpr er 170685-3391, og jeg skal have nyt pas`,
  'det er en syv nul seks otte fem tre tre ni en',
  'skriv til kanariefugl@sangersen.example',
  'mit nummer er 20 00 07 77',
]

describe('a citizen with a name, a number, a CPR number and an e-mail address', () => {
  let dataDir: string
  let server: RunningServer
  let provider: GatewayApiFake
  let log = ''
  let token = ''
  let ids: string[] = []
  const database = () => join(dataDir, 'front-door.db')
  let live: Awaited<ReturnType<typeof openLive>>

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'front-door-canary-'))
    const port = await freePort()
    const account = { secret: 'a-secret-for-the-canary', token: 'a-token-for-the-canary' }
    provider = await startGatewayApiFake({
      ...account,
      receiver: 4520001204,
      webhooksAt: () => `http://127.0.0.1:${port}`,
      now: () => new Date().toISOString(),
      pace: { repeatMs: Array(40).fill(500), slowMs: 500, deliverMs: 50 },
    })
    const environment = {
      LOG_LEVEL: 'trace',
      GATEWAYAPI_SECRET: account.secret,
      GATEWAYAPI_TOKEN: account.token,
      GATEWAYAPI_URL: provider.url,
      SMS_NUMBER: '4520001204',
    }
    const start = async (at: string) =>
      startServer({ port, dataDir, environment: { ...environment, AT: at } })

    server = await start('2026-06-05T22:00')
    token = await chats(server.origin)
    await texts(provider)
    await looksAround(server.origin)
    log += server.output()
    await server.kill()

    server = await start('2026-06-08T09:00')
    live = await isHelped(server, provider)
    const { rows } = await live.frame('desk')
    ids = rows.map(({ conversationId }) => conversationId)
  })
  afterAll(async () => {
    live?.close()
    await server?.kill()
    await provider?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('is found by the search where it has to be: this proves the search', () => {
    expect(ids).toHaveLength(2)
    for (const id of ids)
      expect(columnsWith(database(), id)).toEqual(
        expect.arrayContaining([
          'events.conversation_id',
          'received.conversation_id',
          'personal_places.conversation_id',
          'view_documents.json',
        ]),
      )
    expect(columnsWith(database(), 'somebody who was never here')).toEqual([])
    const kept = filesWith(dataDir, citizen.name)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.every((file) => file.startsWith('front-door.db'))).toBe(true)
    log += server.output()
    expect(log).toMatch(/"msg":"sms received"/)
    expect(log).toMatch(/"pii.from":"\[personal\]"/)
    expect(log).toMatch(/"method":"GET","route":"none"/)
  })

  it.each(citizen.never)('“%s” stands nowhere', (text) => {
    expect(columnsWith(database(), text)).toEqual([])
    expect(filesWith(dataDir, text)).toEqual([])
    expect(log.toLowerCase()).not.toContain(text)
  })

  it('has name and numbers in the personal store and nowhere else', () => {
    expect(columnsWith(database(), citizen.name)).toEqual(['personal_texts.value'])
    expect(columnsWith(database(), '+4520000777')).toEqual(['personal_texts.value'])
    expect(columnsWith(database(), '+4520000778')).toEqual(['personal_texts.value'])
    for (const number of citizen.numbers)
      expect(['', 'personal_texts.value']).toContain(columnsWith(database(), number).join())
    for (const text of [citizen.name, 'Kanariefugl', 'Sangersen', ...citizen.numbers])
      expect(log).not.toContain(text)
  })

  it('is nowhere after both conversations were erased, in no byte of database and WAL', async () => {
    await using page = await SocketClient.open(server.origin)
    await page.hello(token, 0)
    page.send({ type: 'erase' })
    await page.next('ended')
    const why = `bad om det, cpr 170685-3391, 20 00 07 77`
    for (const conversationId of ids) await live.act({ do: 'erase', conversationId, why })
    await expect.poll(() => filesWith(dataDir, 'Sangersen'), { timeout: 10_000 }).toEqual([])
    for (const text of [citizen.name, 'Kanariefugl', ...citizen.numbers, ...citizen.never]) {
      expect(columnsWith(database(), text)).toEqual([])
      expect(filesWith(dataDir, text)).toEqual([])
      expect(server.output().toLowerCase()).not.toContain(text.toLowerCase())
    }
  })

  it('leaves nothing to who still has the token, the desk or the telephone', async () => {
    await using page = await SocketClient.open(server.origin)
    const { standing } = await page.hello(token, 0)
    expect(standing).toMatchObject({ handledBy: 'nobody', erased: true })
    const lines = JSON.stringify(await page.lines(1))
    expect(lines).not.toMatch(/Kanariefugl|20 ?00 ?07 ?77|hedder/)
    for (const conversationId of ids)
      expect(await live.act({ do: 'show-number', conversationId })).toMatchObject({ number: null })
  })
})

/** On the web, at night, until a call is arranged. Returns the token. */
async function chats(origin: string): Promise<string> {
  await using page = await SocketClient.open(origin)
  const { token } = await page.hello()
  for (const text of told) {
    page.say(text)
    const { lines } = await heardBy(page, 'bot')
    expect(lines.length).toBeGreaterThan(0)
  }
  page.send({ type: 'human', id: crypto.randomUUID() })
  await heardBy(page, 'bot')
  page.say('ring til mig', { via: 'chosen', choice: 'call-me' })
  const { lines } = await heardBy(page, 'bot')
  const card = lines.flatMap((line) => (line.by === 'bot' ? [line.card] : [])).at(-1)
  const slot = card?.kind === 'callback-form' ? card.slots[0] : undefined
  if (!slot) throw new Error(`no times to choose from: ${JSON.stringify(lines)}`)
  page.say('Ring på nummeret', { via: 'form', slot: slot.slot, phone: '20 00 07 77' })
  await heardBy(page, 'bot')
  return token
}

async function heardBy(page: SocketClient, by: 'bot') {
  const heard = () =>
    page.frames.findIndex((f) => f.type === 'lines' && f.lines.some((line) => line.by === by))
  await until('the bot answers in the chat', () => heard() >= 0)
  const [frame] = page.frames.splice(heard(), 1)
  if (frame?.type !== 'lines') throw new Error('no lines')
  return frame
}

/** By text message, until a person is promised. */
async function texts(provider: GatewayApiFake): Promise<void> {
  const phone = 4520000778
  const answers = () => provider.handsets.of(phone).filter(({ by }) => by === 'city').length
  for (const text of [`${told[0]}. ${told[2]}`, `${told[1]}`, 'MENNESKE', 'SKRIV']) {
    const before = answers()
    await provider.text(phone, text)
    await until(`the answer to “${text}”`, () => answers() > before)
  }
}

/** Addresses with personal facts in them, as people and programs ask for them. */
async function looksAround(origin: string): Promise<void> {
  for (const path of [
    '/?navn=Kanariefugl+Sangersen&cpr=170685-3391',
    '/Kanariefugl%20Sangersen/170685-3391?nummer=20000777',
    '/sms/demo/phones/4520000778',
    '/%E0%A4%A/Kanariefugl',
  ])
    await (await fetch(origin + path)).text()
  const form = new URLSearchParams({ name: 'Kanariefugl Sangersen', password: '170685-3391' })
  await fetch(`${origin}/desk/sign-in`, { method: 'POST', body: form, headers: { origin } })
  await fetch(`${origin}/sms/inbound`, { method: 'POST', body: 'Kanariefugl 170685-3391' })
}

/** On Monday a lead reads, rings up, answers and notes what was said; the connection stays open. */
async function isHelped(server: RunningServer, provider: GatewayApiFake) {
  const { origin, signInLink = '' } = server
  const cookie = await signInFirst({ url: origin, signInLink: async () => signInLink }, 'Mette')
  const live = await openLive(origin, cookie)
  const { rows } = await live.frame('desk')
  const note = `${citizen.name} siger: ${told[0]}, kanariefugl@sangersen.example, ${told[1]}`
  for (const { conversationId, channel } of rows) {
    live.send({ type: 'open', conversationId, after: 0 })
    await live.frame('lines', (frame) => frame.conversationId === conversationId)
    await live.act({ do: 'show-number', conversationId })
    await live.act({ do: 'note', conversationId, text: note })
    if (channel === 'sms') {
      await live.act({ do: 'claim', conversationId })
      await live.act({ do: 'say', conversationId, text: `Hej ${told[0]}, ${told[1]}` })
    } else {
      await live.act({ do: 'report-callback', conversationId, outcome: 'tried', wrapUp: note })
    }
  }
  const { handsets } = provider
  await until('what staff wrote is on the telephone', () =>
    handsets.of(4520000778).some(({ text }) => text.startsWith('Hej Jeg')),
  )
  return live
}
