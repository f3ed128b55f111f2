import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createHttpServer } from './http-server.ts'

describe('the address of whoever asks', () => {
  const askedThrough = async (trustProxy: boolean, forwarded: string) => {
    const app = createHttpServer(pino({ level: 'silent' }), trustProxy)
    app.get('/who', async ({ ip }) => ({ ip }))
    try {
      const url = await app.listen({ host: '127.0.0.1', port: 0 })
      const answer = await fetch(`${url}/who`, { headers: { 'x-forwarded-for': forwarded } })
      return ((await answer.json()) as { ip: string }).ip
    } finally {
      await app.close()
    }
  }

  it('is the socket’s, whatever the request says of itself', async () => {
    expect(await askedThrough(false, '203.0.113.7')).toBe('127.0.0.1')
  })

  it('is what the proxy in front added, and nothing that was put before it', async () => {
    expect(await askedThrough(true, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7')
  })
})

it('a request has an end, so that one that comes drop by drop holds no connection for ever', () => {
  const { server } = createHttpServer(pino({ level: 'silent' }), false)
  expect(server.requestTimeout).toBeGreaterThan(0)
  expect(server.headersTimeout).toBeGreaterThan(0)
})
