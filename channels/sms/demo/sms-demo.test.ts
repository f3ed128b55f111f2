import { describe, expect, it, vi } from 'vitest'
import { openTown, type Town } from '#channels/sms/testing/town.ts'

const soon = { timeout: 3_000, interval: 20 }
const phone = '/sms/demo/phones/4520000123'

describe('the phone on a page', () => {
  it('is one document with our own script and style, in both languages', async () => {
    await using town = await openTown({ page: true })
    for (const [lang, heading] of [
      ['da', 'Sms til kommunen'],
      ['en', 'Text the City'],
    ]) {
      const response = await fetch(`${town.url}/sms?lang=${lang}`)
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
      const page = await response.text()
      expect(page).toContain(heading)
      for (const [, path] of page.matchAll(/(?:href|src)="(\/sms\/[^"]+)"/g)) {
        const file = await fetch(town.url + path)
        expect(file.status).toBe(200)
      }
    }
  })

  it('sends as a citizen and sees what the city answers, with the segments that it cost', async () => {
    await using town = await openTown({ page: true })
    town.startSender()
    expect((await ask(town, 'POST', phone, { text: 'sofa' })).status).toBe(202)
    await vi.waitFor(async () => {
      const { body } = await ask(town, 'GET', phone)
      expect(body).toMatchObject({
        weather: 'fine',
        texts: [
          { by: 'citizen', text: 'sofa', fate: 'delivered' },
          { by: 'city', text: 'Svar på: sofa', fate: 'delivered', segments: { segments: 1 } },
        ],
      })
    }, soon)
  })

  it('can make the provider fail, and the texts wait until it is over', async () => {
    await using town = await openTown({ page: true })
    town.startSender()
    await ask(town, 'PUT', '/sms/demo/weather', { weather: 'down' })
    await ask(town, 'POST', phone, { text: 'sofa' })
    expect((await ask(town, 'GET', phone)).body).toMatchObject({ texts: [{ fate: 'waiting' }] })
    await ask(town, 'PUT', '/sms/demo/weather', { weather: 'fine' })
    await vi.waitFor(() => expect(town.phone(4520000123)).toEqual(['Svar på: sofa']), soon)
  })

  it('lets the server count', async () => {
    await using town = await openTown({ page: true })
    expect((await ask(town, 'POST', '/sms/demo/count', { text: 'å'.repeat(161) })).body).toEqual({
      encoding: 'gsm-7',
      units: 161,
      segments: 2,
      odd: [],
    })
  })

  it.each([
    ['POST', phone, { text: '' }],
    ['POST', phone, { text: 'x'.repeat(1_601) }],
    ['POST', phone, {}],
    ['POST', '/sms/demo/phones/112', { text: 'hej' }],
    ['PUT', '/sms/demo/weather', { weather: 'snow' }],
  ])('refuses %s %s with %j', async (method, path, body) => {
    await using town = await openTown({ page: true })
    expect(await ask(town, method, path, body)).toMatchObject({
      status: 400,
      body: { code: 'request-invalid' },
    })
  })

  it('is used from its own page only', async () => {
    await using town = await openTown({ page: true })
    const answer = await ask(town, 'POST', phone, { text: 'hej' }, 'https://evil.example')
    expect(answer).toMatchObject({ status: 403, body: { code: 'wrong-origin' } })
    expect((await ask(town, 'GET', phone)).body).toMatchObject({ texts: [] })
  })

  it('says so when the provider is gone', async () => {
    await using town = await openTown({ page: true })
    await town.provider.close()
    expect(await ask(town, 'GET', phone)).toMatchObject({
      status: 502,
      body: { code: 'provider-failed' },
    })
  })
})

async function ask(town: Town, method: string, path: string, body?: object, origin = town.url) {
  const headers = { origin, ...(body ? { 'content-type': 'application/json' } : {}) }
  const sent = body ? { body: JSON.stringify(body) } : {}
  const response = await fetch(town.url + path, { method, headers, ...sent })
  return { status: response.status, body: (await response.json()) as object }
}
