import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { openLive, postForm, postJson } from '#desk/testing/desk-client.ts'
import { openTarget, type Target } from '#tests/security/open-target.ts'
import { until } from '#tests/security/until.ts'

const PASSWORD = 'Sommer2026!'
const CPR = '010105-1111'
const NUMBER = '20000555'
const SECRETS = [PASSWORD, CPR, '0101051111', NUMBER, '20 00 05 55', 'Hemmelig Besked']

let target: Target
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target[Symbol.asyncDispose]())

/** Nothing of what was sent comes back, and a code and what to do stand there. */
async function expectClear(answer: Response, status: number): Promise<void> {
  const text = await answer.text()
  expect(answer.status).toBe(status)
  for (const secret of SECRETS) expect(text).not.toContain(secret)
  const { code, do: todo } = JSON.parse(text) as { code: string; do: string }
  expect(code).toMatch(/^[a-z-]+$/)
  expect(todo).toMatch(/\.$/)
}

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const { origin } = target
  const all = { origin, 'content-type': 'application/json', ...headers }
  return fetch(origin + path, { method: 'POST', body, headers: all })
}

describe('fc050 · a failed request wrote its body, password included, to the log', () => {
  it('a wrong password of staff: the page says what to do', async () => {
    const fields = { name: 'Mette', password: PASSWORD }
    const answer = await postForm(target.origin, '/desk/sign-in', fields)
    const page = await answer.text()
    expect(answer.status).toBe(401)
    expect(page).toMatch(/role="alert"|class="[^"]*error/)
    expect(page).not.toContain(PASSWORD)
    await postForm(target.origin, '/desk/sign-in', { ...fields, name: PASSWORD })
    await postForm(target.origin, `/desk/sign-in?password=${PASSWORD}`, fields)
    await postForm(target.origin, '/desk/welcome', { ...fields, token: PASSWORD })
  })

  it('a password in a body that is no form', async () => {
    await expectClear(await post('/desk/colleagues/invite', `{"password":"${PASSWORD}`), 400)
    const xml = { 'content-type': 'text/xml' }
    const answer = await post('/desk/colleagues/invite', `<p>${PASSWORD}</p>`, xml)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await answer.text()).not.toContain(PASSWORD)
  })

  it('a webhook with broken JSON that holds a number', async () => {
    const broken = `{"msisdn":45${NUMBER},"message":"Hemmelig Besked`
    await expectClear(await post('/sms/inbound', broken), 401)
    await expectClear(await post('/sms/status', broken), 401)
    await expectClear(await post(`/sms/inbound?from=${NUMBER}`, broken), 401)
    // Signed, but with something in it that is not in the provider's form.
    const wrong = { msisdn: `${NUMBER}${NUMBER}${NUMBER}`, message: ['Hemmelig Besked'], id: null }
    expect(await target.provider.postWebhook('/sms/inbound', wrong)).toBe(false)
  })

  it('a megabyte', async () => {
    const big = JSON.stringify({ text: `${CPR} ${'Hemmelig Besked '.repeat(70_000)}` })
    for (const path of ['/sms/inbound', '/api/chat/messages', '/desk/colleagues/invite'])
      await expectClear(await post(path, big), 413)
  })

  it('the chat for programs', async () => {
    const wrong = JSON.stringify({ messageId: { cpr: CPR }, text: ['Hemmelig Besked', NUMBER] })
    await expectClear(await post('/api/chat/messages', wrong), 400)
    await expectClear(await post('/api/chat/messages', `{"text":"${CPR}`), 400)
    const said = JSON.stringify({ messageId: '1', text: CPR })
    const token = { authorization: `Bearer ${CPR}` }
    await expectClear(await post('/api/chat/messages', said, token), 401)
  })

  it('addresses and headers that hold what they should not', async () => {
    await expectClear(await fetch(`${target.origin}/${CPR}/${NUMBER}?p=${PASSWORD}`), 404)
    await expectClear(await fetch(`${target.origin}/%E0${NUMBER}`), 400)
    const { hostname, port } = new URL(target.origin)
    for (const line of [`GET /${CPR} HTTP/9.9\r\n\r\n`, `HEMMELIG ${CPR} ${PASSWORD}\r\n\r\n`]) {
      const socket = connect(Number(port), hostname)
      socket.write(line)
      const answer = await new Promise<string>((done) => {
        let heard = ''
        socket.on('data', (data) => {
          heard += data
        })
        socket.on('close', () => done(heard))
      })
      for (const secret of SECRETS) expect(answer).not.toContain(secret)
    }
  })

  it('frames that fail', async () => {
    await using page = await SocketClient.open(target.origin)
    await page.hello()
    for (const frame of [
      `{"type":"say","text":"${CPR}`,
      JSON.stringify({ type: 'say', id: CPR, text: CPR, said: { via: 'typed' } }),
      JSON.stringify({ type: CPR }),
      JSON.stringify({ type: 'hello', token: PASSWORD, after: 0, language: 'da' }),
      'x'.repeat(100_000) + CPR,
    ]) {
      page.sendRaw(frame)
      const refused = () => page.frames.find(({ type }) => type === 'error' || type === 'refused')
      await until('a refusal', () => refused() !== undefined)
      const told = refused()
      page.frames.length = 0
      expect(told).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/) })
      // An id comes back to the page that sent it, and to nobody else.
      expect(told && 'text' in told ? told.text : '').not.toMatch(/010105|Sommer/)
    }
    const live = await openLive(target.origin, target.lead)
    live.send(`{"type":"act","text":"${CPR}"}`)
    expect(await live.closed()).toBe(1008)
  })

  it('an invitation with a name that is too long', async () => {
    const name = `${CPR} ${PASSWORD} `.repeat(40)
    const answer = await postJson(target.origin, '/desk/colleagues/invite', target.lead, { name })
    await expectClear(answer, 400)
  })

  it('the provider that quotes number and text when it refuses', async () => {
    target.provider.setWeather('refusing')
    const inbound = { id: 555, msisdn: Number(`45${NUMBER}`), message: 'Hvad koster et pas?' }
    expect(await target.provider.postWebhook('/sms/inbound', inbound)).toBe(true)
    await until('the refusal', () => target.server.output().includes('sms given up'))
    expect(target.server.output()).toMatch(/provider-400-0x0308/)
  })

  it('none of it stands in the log, not even at the level that tells everything', () => {
    const log = target.server.output()
    expect(log).toContain('"level":10')
    for (const secret of SECRETS) expect(log).not.toContain(secret)
    expect(log).not.toMatch(/Hvad koster et pas|cookie|Bearer|desk=/i)
  })
})
