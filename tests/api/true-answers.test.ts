import { CompactSign } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ServerFrame } from '#channels/web-chat/browser/frames.ts'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { openLive } from '#desk/testing/desk-client.ts'
import { operationsOf } from './described.ts'
import { type DescribedApp, openDescribedApp, SMS_SECRET } from './described-app.ts'
import { openDeskPages } from './desk-pages.ts'
import { openNoJsPages } from './no-js-pages.ts'
import { linesIn, type People, peopleAt } from './people.ts'
import { refusals } from './refusals.ts'
import { type Teller, teller } from './story.ts'

let app: DescribedApp
let told: Teller
let people: People
let lead: Awaited<ReturnType<People['enterDesk']>>
let staff: typeof lead
let live: Awaited<ReturnType<typeof openLive>>
let socket: SocketClient
const heard: ServerFrame[] = []
let colleagues: readonly { id: string; name: string }[] = []
let conversationId = ''

beforeAll(async () => {
  app = await openDescribedApp()
  told = teller(app)
  people = peopleAt(app.url, told)
  socket = await SocketClient.open(app.url)
})
afterAll(async () => {
  live?.close()
  await socket[Symbol.asyncDispose]()
  await app[Symbol.asyncDispose]()
})
afterEach(() => expect(told.faults.splice(0)).toEqual([]))

const idOf = (name: string) => colleagues.find((one) => one.name === name)?.id

describe('what is really answered agrees with the description', () => {
  it('from the first question to the last word of staff', async () => {
    const { tell } = told
    for (const name of ['get /health', 'get /ready', 'get /metrics', 'get /', 'get /en'])
      expect([name, (await tell(name)).status]).toEqual([name, 200])

    // The desk opens.
    lead = await people.enterDesk('Jonas', app.signInToken)
    live = await openLive(app.url, lead.cookie)
    await live.frame('desk')
    const invited = await lead.ask('post /desk/colleagues/invite', {
      json: { name: 'Sara', role: 'staff' },
    })
    const { link } = invited.body as { link: string }
    staff = await people.enterDesk('Sara', link.split('#')[1] ?? '')
    colleagues = (await lead.ask('get /desk/colleagues')).body as typeof colleagues
    expect(colleagues).toHaveLength(2)

    // A citizen asks, and wants a person.
    const chat = await people.startChat()
    const answered = await chat.say('Hvad koster et pas?')
    const bot = linesIn(answered).find(({ by }) => by === 'bot')
    expect(bot?.card?.kind).toBe('answer')
    await chat.ask('post /api/chat/feedback', {
      json: { of: bot?.id, helped: false, comment: 'Prisen for børn mangler' },
    })
    await chat.say('Jeg vil tale med et menneske')
    const standing = await chat.ask('get /api/chat/conversation')
    expect(standing.body).toMatchObject({ handledBy: 'queue' })

    // Staff take it.
    const { conversations } = (await staff.ask('get /desk/api/conversations')).body as {
      conversations: readonly { conversationId: string; channel: string; questions: number }[]
    }
    conversationId = conversations[0]?.conversationId ?? ''
    const act = (did: Readonly<Record<string, unknown>>) =>
      staff.ask('post /desk/api/acts', {
        json: { id: crypto.randomUUID(), act: { conversationId, ...did } },
      })
    heard.push(await socket.hello())
    socket.say('Hvad koster et pas?')
    heard.push(await socket.next('received'), await socket.next('lines'))
    await live.act({ do: 'claim', conversationId })
    expect((await act({ do: 'claim' })).body).toMatchObject({ state: 'taken', by: 'Jonas' })
    live.send({ type: 'open', conversationId, after: 0 })
    await live.frame('lines')
    await live.act({ do: 'return', conversationId })
    await chat.say('menneske')
    expect((await act({ do: 'claim' })).body).toEqual({ state: 'done' })
    await act({ do: 'say', text: 'Hej, det er Sara.' })
    await act({ do: 'note', text: 'Spørger om pas til børn' })
    expect((await act({ do: 'show-number' })).body).toMatchObject({ state: 'number' })
    const read = await staff.ask('get /desk/api/conversations/{conversationId}', {
      params: { conversationId },
    })
    expect(linesIn(read).map(({ by }) => by)).toContain('note')
    expect((await act({ do: 'erase', why: 'bad om det' })).body).toMatchObject({ state: 'refused' })
    await act({ do: 'close', disposition: 'solved-by-staff', wrapUp: 'Fik prisen' })
    await act({ do: 'reopen' })
    await act({ do: 'close', disposition: 'solved-by-staff', wrapUp: '' })
    expect((await act({ do: 'return' })).status).toBe(404)
    expect(
      linesIn(await chat.ask('get /api/chat/messages', { query: '?after=1' })).length,
    ).toBeGreaterThan(3)
    expect((await chat.say('tak')).status).toBe(409)

    // Another is promised a call.
    const other = await people.startChat()
    await other.say('Kan jeg blive ringet op?')
    await other.say('Ring til mig', { choice: 'call-me' })
    const form = linesIn(await other.ask('get /api/chat/messages')).findLast(
      ({ card }) => card?.kind === 'callback-form',
    )?.card as { slots: readonly { slot: object }[] } | undefined
    const promised = await other.say('Ring til mig', {
      callback: { slot: form?.slots[0]?.slot, phone: '20 00 01 23' },
    })
    expect(promised.status).toBe(200)
    expect((await other.ask('get /api/chat/conversation')).body).toMatchObject({
      callback: { when: expect.any(String) },
    })
    const listed = await lead.ask('get /desk/api/conversations')
    expect(JSON.stringify(listed.body)).toContain('"means":"phone"')
    await other.ask('post /api/chat/close')
    await other.ask('delete /api/chat/conversation')

    // What the pages beside the desk do.
    const found = await staff.ask('post /desk/api/search', { json: { words: 'pas' } })
    expect(found.body).toMatchObject({ found: [{ conversation: { conversationId } }] })
    await staff.ask('get /desk/api/past/{conversationId}', { params: { conversationId } })
    expect((await staff.ask('get /desk/api/feedback')).body).toMatchObject({
      comments: [{ text: 'Prisen for børn mangler' }],
    })
    await staff.ask('get /desk/api/canned-replies')
    await lead.ask('post /desk/api/switches', {
      json: { way: 'off', what: 'pas-voksne', why: 'prisen er forkert' },
    })
    expect((await lead.ask('get /desk/api/switches')).body).toMatchObject({
      off: [{ what: 'pas-voksne', by: 'Jonas' }],
    })
    await lead.ask('post /desk/api/switches', {
      json: { way: 'on', what: 'pas-voksne', why: 'rettet' },
    })
    const day = { do: 'day', queue: 'all', date: '2026-06-12', why: 'flytning' }
    await lead.ask('post /desk/api/special-days', { json: { ...day, kind: 'closed' } })
    const hours = {
      kind: 'hours',
      from: '10:00',
      to: '12:00',
      'again-from': '13:00',
      'again-to': '15:00',
    }
    await lead.ask('post /desk/api/special-days', { json: { ...day, ...hours } })
    expect((await lead.ask('get /desk/api/special-days')).body).toMatchObject({
      days: [
        {
          key: '2026-06-12:all',
          hours: [
            { from: 600, to: 720 },
            { from: 780, to: 900 },
          ],
        },
      ],
    })
    const gone = { do: 'remove', key: '2026-06-12:all' }
    expect((await lead.ask('post /desk/api/special-days', { json: gone })).body).toEqual({
      days: [],
    })
  })

  it('on the pages of the desk and from their forms', async () => {
    await openDeskPages(app.url, told, lead.ask, conversationId)
  })

  it('on the pages of the chat without a script', async () => {
    await openNoJsPages(app.url, told, people)
  })

  it('to the provider of text messages', async () => {
    await provider('post /sms/inbound', {
      id: 7,
      msisdn: 4520000177,
      message: 'Hvad koster et pas?',
    })
    await provider('post /sms/status', {
      id: 9,
      msisdn: 4520000177,
      time: 1_780_000_000,
      status: 'DELIVERED',
    })
  })

  it('when something is refused, for each reason', async () => {
    const who = { lead: lead.ask, staff: staff.ask, leadId: idOf('Jonas') }
    for (const [code, status, refusal] of await refusals(app.url, told, people, who)) {
      const { body, ...came } = await refusal
      expect([code, came.status, body]).toEqual([code, status, expect.objectContaining({ code })])
    }
  })

  it('to whoever has left, and over both sockets', async () => {
    const { frames } = told
    await staff.ask('post /desk/sign-out')
    await lead.ask('post /desk/colleagues/role', { json: { id: idOf('Sara'), role: 'lead' } })
    await lead.ask('post /desk/colleagues/remove', { json: { id: idOf('Sara') } })

    heard.push(...socket.frames)
    frames('ChatServerFrame', heard)
    frames('DeskServerFrame', live.frames)
    expect(new Set(live.frames.map(({ type }) => type)).size).toBeGreaterThan(6)
    expect(new Set(heard.map(({ type }) => type)).size).toBeGreaterThan(3)
  })

  it('for every operation that is described', () => {
    const { asked } = told
    const left = [...operationsOf(app.document).keys()].filter((name) => !asked.has(name))
    expect(left).toEqual(['get /chat-socket'])
  })
})

describe('the comparison', () => {
  it('notices what is missing, of another type, or not described', () => {
    const { check } = told
    const standing = {
      handledBy: 'bot',
      thinking: false,
      language: 'da',
      ahead: null,
      reference: null,
      holderName: null,
      callback: null,
      hours: '',
      erased: false,
    }
    expect(check.frame('Standing', standing)).toEqual([])
    for (const name of Object.keys(standing)) {
      const { [name as 'hours']: _, ...rest } = standing
      expect(check.frame('Standing', rest)).toHaveLength(1)
      expect(check.frame('Standing', { ...standing, [name]: 7.5 })).not.toEqual([])
    }
    expect(check.frame('Standing', { ...standing, more: 1 })).toHaveLength(1)
  })
})

async function provider(name: string, json: object): Promise<void> {
  const payload = new TextEncoder().encode(JSON.stringify(json))
  const signature = await new CompactSign(payload)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(SMS_SECRET))
  const { status } = await told.tell(name, { json, headers: { 'x-gwapi-signature': signature } })
  expect([name, status]).toEqual([name, 200])
}
