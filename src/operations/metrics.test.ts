import { pino } from 'pino'
import { expect, it } from 'vitest'
import { startEngine } from '#dialogue/testing/start-engine.ts'
import { createHttpServer } from '#platform/http-server.ts'
import { serveMetrics } from './metrics.ts'

const TOKEN = 'a-token-of-the-collector'

async function operated(token: string | null) {
  const stage = await startEngine()
  const app = createHttpServer(pino({ level: 'silent' }), false)
  const { tail } = stage.engine
  serveMetrics(app, { ...stage.storage, tail, clock: { now: stage.now }, token })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    stage,
    read: (headers: Record<string, string> = {}) => fetch(`${url}/metrics`, { headers }),
    async [Symbol.asyncDispose]() {
      await app.close()
      await stage[Symbol.asyncDispose]()
    },
  }
}

it('tells what was said, what waits and how long, in the words of the house', async () => {
  await using house = await operated(null)
  const { stage, read } = house
  stage.present.add('mette')
  stage.understands(() => ({ kind: 'human', article: null }))
  const id = await stage.start()
  await stage.says(id, 'menneske, mit nummer er 20 00 01 23')
  await stage.until(async () => (await stage.said(id)).includes('human.queued'))
  stage.forward(60_000)
  const text = await (await read()).text()
  expect(text).toContain('front_door_utterances_total{channel="web-chat"} 1')
  expect(text).toContain(
    'front_door_replies_total{outcome="handed-off-queued",channel="web-chat",language="da"} 1',
  )
  expect(text).toContain('front_door_queue_waiting{queue="borgerservice"} 1')
  expect(text).toContain('front_door_queue_longest_wait_seconds 60')
  expect(text).toContain('front_door_reply_wait_seconds_count{channel="web-chat"} 1')
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toMatch(/20 ?00 ?01 ?23|menneske/)
  expect(text).not.toContain(id)
})

it('counts requests by the pattern of their route', async () => {
  await using house = await operated(null)
  await house.read()
  const text = await (await house.read()).text()
  expect(text).toContain('front_door_http_request_seconds_count{method="GET",route="/metrics"')
})

it('is for this machine alone, and not for whoever a proxy here speaks for', async () => {
  await using house = await operated(null)
  const { status } = await house.read({ 'x-forwarded-for': '203.0.113.7' })
  expect(status).toBe(401)
})

it('is for whoever brings the token, once there is one', async () => {
  await using house = await operated(TOKEN)
  expect((await house.read()).status).toBe(401)
  expect((await house.read({ authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await house.read({ authorization: `Bearer ${TOKEN}` })).status).toBe(200)
})
