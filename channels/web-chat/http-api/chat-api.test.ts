import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAdmission } from '#channels/web-chat/admission.ts'
import { defaultWebChatLimits } from '#channels/web-chat/limits.ts'
import { type Stage, startEngine } from '#dialogue/testing/start-engine.ts'
import { createHttpServer } from '#platform/http-server.ts'
import { chatApi } from './chat-api.ts'
import { StandingNow } from './schemas.ts'

let stage: Stage
let origin: string
const server = createHttpServer(pino({ level: 'silent' }), true)

beforeAll(async () => {
  stage = await startEngine()
  const { dialogue } = stage.engine
  const admission = openAdmission(dialogue, defaultWebChatLimits)
  await server.register(chatApi({ dialogue, origins: ['same'], admission }))
  origin = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await stage[Symbol.asyncDispose]()
})

test('what is said is answered in the same request, durable and masked', async () => {
  const token = await start()
  const { status, body } = await say(token, { messageId: '1', text: 'mit cpr er 010190-1234' })
  expect(status).toBe(200)
  expect(body.state).toBe('answered')
  expect(body.utterance.text).not.toContain('010190')
  expect(body.lines.map((line: { by: string }) => line.by)).toEqual(['citizen', 'bot'])
  expect(body.lines[0].text).toBe(body.utterance.text)
})

test('each answer has the replies to its own question and none of before', async () => {
  const token = await start()
  const first = await say(token, { messageId: '1', text: 'hvad koster et pas' })
  const second = await say(token, { messageId: '2', text: 'og hvor' })
  expect(second.body.lines[0].position).toBeGreaterThan(first.body.lines.at(-1).position)
})

test('the same message again is acknowledged and recorded once', async () => {
  const token = await start()
  await say(token, { messageId: '1', text: 'hej' })
  const again = await say(token, { messageId: '1', text: 'hej' })
  expect([again.status, again.body.state]).toEqual([202, 'repeated'])
  const { lines } = await read(token)
  expect(lines.filter((line) => line.by === 'citizen')).toHaveLength(1)
})

test('a conversation is read on from a position', async () => {
  const token = await start()
  const { body } = await say(token, { messageId: '1', text: 'hej' })
  const [mine, reply] = body.lines
  expect((await read(token, mine.position)).lines).toEqual([reply])
  expect((await read(token, reply.position)).lines).toEqual([])
})

test('what nobody answers at once is kept, and that is said soon', async () => {
  const token = await start()
  stage.present.add('mette')
  stage.understands(() => ({ kind: 'human', article: null }))
  const handed = await say(token, { messageId: '1', text: 'et menneske' })
  expect(handed.body.state).toBe('answered')
  stage.understands(() => ({ kind: 'unknown' }))
  await say(token, { messageId: '2', text: 'det haster' })
  const kept = await say(token, { messageId: '3', text: 'er I der' })
  stage.present.clear()
  expect([kept.status, kept.body.state]).toEqual([202, 'kept'])
  expect(kept.body.utterance.text).toBe('er I der')
})

test('a token that leads nowhere, none, and one that is no token are refused alike', async () => {
  for (const token of ['x'.repeat(43), undefined, 'short']) {
    const { status, body } = await say(token, { messageId: '1', text: 'hej' })
    expect([status, body.code]).toEqual([401, 'token-unknown'])
  }
})

test.each([
  [{}, 400],
  [{ messageId: '1' }, 400],
  [{ messageId: '1', text: ' ' }, 400],
  [{ messageId: '1', text: 'hej', choice: 'own-choice' }, 400],
  [{ messageId: '1', text: 'hej', more: 1 }, 400],
  [{ messageId: '1', text: 'x'.repeat(300_000) }, 413],
])('%j is refused with %i, and nothing is recorded', async (message, expected) => {
  const token = await start()
  const { status, body } = await say(token, message)
  expect(status).toBe(expected)
  expect(body.do).toBeTruthy()
  expect((await read(token)).lines).toEqual([])
})

test('whoever says more than a person can is told to wait', async () => {
  const token = await start()
  const { capacity } = defaultWebChatLimits.saysPerCitizen
  for (let n = 0; n < capacity; n += 1) await say(token, { messageId: `${n}`, text: 'hej' })
  const { status, body } = await say(token, { messageId: 'more', text: 'hej' })
  expect([status, body.code]).toEqual([429, 'too-fast'])
})

test('where a conversation stands is told, and whether a reply helped is kept', async () => {
  const token = await start()
  const { body } = await say(token, { messageId: '1', text: 'hej' })
  const reply = body.lines.at(-1)
  const authorization = `Bearer ${token}`
  const standing = await fetch(`${origin}/api/chat/conversation`, { headers: { authorization } })
  expect(StandingNow.parse(await standing.json()).handledBy).toBe('bot')
  const given = await post('/api/chat/feedback', { of: reply.id, helped: true }, { authorization })
  expect(await given.json()).toEqual({ state: 'done' })
  const unknown = { of: 'another', helped: true }
  expect((await post('/api/chat/feedback', unknown, { authorization })).status).toBe(400)
})

test('a conversation that is ended takes nothing more; one that is deleted has no text left', async () => {
  const token = await start()
  await say(token, { messageId: '1', text: 'hemmeligt' })
  const authorization = `Bearer ${token}`
  await post('/api/chat/close', {}, { authorization })
  expect((await say(token, { messageId: '2', text: 'mere' })).body.code).toBe('state-changed')
  await fetch(`${origin}/api/chat/conversation`, { method: 'DELETE', headers: { authorization } })
  expect(JSON.stringify((await read(token)).lines)).not.toContain('hemmeligt')
})

test('a page of somebody else is refused', async () => {
  const token = await start()
  const headers = { authorization: `Bearer ${token}`, origin: 'https://evil.example' }
  const response = await post('/api/chat/messages', { messageId: '1', text: 'hej' }, headers)
  expect(response.status).toBe(403)
})

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(origin + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
}

async function start(from: string = crypto.randomUUID()): Promise<string> {
  const headers = { 'x-forwarded-for': from }
  const response = await post('/api/chat/conversations', {}, headers)
  expect(response.status).toBe(201)
  return ((await response.json()) as { token: string }).token
}

async function say(token: string | undefined, message: object) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await post('/api/chat/messages', message, headers)
  return { status: response.status, body: JSON.parse(await response.text()) }
}

async function read(token: string, after = 0) {
  const response = await fetch(`${origin}/api/chat/messages?after=${after}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return (await response.json()) as { lines: { by: string }[] }
}
