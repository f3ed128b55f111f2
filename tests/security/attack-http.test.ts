import { connect } from 'node:net'
import { CompactSign, generateKeyPair, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, postForm, postJson } from '#desk/testing/desk-client.ts'
import { openTarget, type Target } from './open-target.ts'
import { columnsWith } from './places.ts'
import { until } from './until.ts'

let target: Target
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target[Symbol.asyncDispose]())

/** A code, what happened and what to do; nothing of the inside, and nothing of what was sent. */
async function expectClear(response: Response, status: number, ...sent: string[]) {
  expect(response.status).toBe(status)
  const text = await response.text()
  expect(JSON.parse(text)).toEqual({
    code: expect.stringMatching(/^[a-z-]+$/),
    what: expect.stringMatching(/\.$/),
    do: expect.stringMatching(/\.$/),
  })
  expect(text).not.toMatch(/node_modules|\.ts\b|\/src\/|Error/)
  for (const one of sent) expect(text).not.toContain(one)
}

const posts = [
  ...['/desk/sign-in', '/desk/sign-out', '/desk/welcome', '/desk/colleagues/invite'],
  ...['/desk/colleagues/role', '/desk/colleagues/remove'],
  ...['/sms/demo/phones/4520000001', '/sms/demo/count'],
]

describe('a page of another site', () => {
  it.each(posts)('posts to %s in vain, also with the cookie of a lead', async (path) => {
    const own = target.origin
    for (const origin of ['https://evil.example', 'null', '', `${own}.evil.example`, `${own}0`]) {
      const type = { 'content-type': 'application/json' }
      const headers = { ...type, cookie: target.lead, ...(origin && { origin }) }
      const body = JSON.stringify({ name: 'x', role: 'lead', text: 'x' })
      const response = await fetch(own + path, { method: 'POST', body, headers })
      await expectClear(response, 403)
    }
  })
})

describe('whoever is not signed in', () => {
  it.each([
    ['nothing', ''],
    ['a made up session', `desk=${'A'.repeat(43)}`],
    ['the session of another house', '__Host-desk=x; desk='],
    ['something long', `desk=${'x'.repeat(4_000)}`],
  ])('with %s sees and does nothing at the desk', async (_, cookie) => {
    const { origin } = target
    const page = await fetch(`${origin}/desk/`, { headers: { cookie }, redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([303, '/desk/sign-in'])
    await expectClear(await fetch(`${origin}/desk/colleagues`, { headers: { cookie } }), 401)
    const invited = await postJson(origin, '/desk/colleagues/invite', cookie, { role: 'lead' })
    await expectClear(invited, 401)
  })

  it('cannot plant a session that a colleague then signs in to', async () => {
    const planted = 'B'.repeat(43)
    const cookie = `desk=${planted}`
    const { origin } = target
    const fields = { name: 'Mette', password: PASSWORD }
    const signedIn = await postForm(origin, '/desk/sign-in', fields, { cookie })
    expect(signedIn.status).toBe(303)
    const [given = ''] = signedIn.headers.getSetCookie()
    expect(given).toMatch(/^desk=[\w-]{43};.*Path=\/; HttpOnly; SameSite=Strict$/)
    expect(given).not.toContain(planted)
    await expectClear(await fetch(`${origin}/desk/colleagues`, { headers: { cookie } }), 401)
  })

  it('puts no header and no markup into an answer', async () => {
    const name = 'x\r\nset-cookie: evil=1\r\n\r\n<script>alert(1)</script>"\'`'
    const answer = await postForm(target.origin, '/desk/sign-in', { name, password: 'wrong' })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await answer.text()).not.toMatch(/<script>alert|value="[^"]*"'/)
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self'/)
  })
})

describe('an address that leads astray', () => {
  it.each([
    ...['/chat/..%2f..%2fpackage.json', '/chat/....//package.json', '/desk/%2e%2e/%2e%2e/x'],
    ...['/chat/widget.js%00', '/desk/..%5c..%5cx', '/.git/config', '/data/front-door.db'],
    ...['/knowledge-base/README.md', '/src/main.ts'],
  ])('%s is nothing', async (path) => {
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 404 .*"code":"not-found"/s,
    )
  })

  it.each(['/%ZZ', '/%E0%A4%A', '/desk/%ZZhemmeligt'])('%s cannot be read', async (path) => {
    await expectClear(await fetch(target.origin + path), 400, 'hemmeligt', '%ZZ')
  })
})

describe('a request that is none', () => {
  it.each([
    ['garbage', 'hej med dig\r\n\r\n', /^HTTP\/1.1 400/],
    ['two lengths', head('Content-Length: 5\r\nTransfer-Encoding: chunked'), /^HTTP\/1.1 400/],
    ['a header of 20 kB', head(`X: ${'a'.repeat(20_000)}`), /^HTTP\/1.1 431/],
  ])('%s is refused without a word of the inside', async (_, sent, answer) => {
    const said = await raw(sent)
    expect(said).toMatch(answer)
    expect(said).not.toMatch(/\s+at |node_modules|\.ts\b/)
  })

  it('of a megabyte is refused, on every route', async () => {
    const body = 'a'.repeat(1_000_000)
    for (const path of ['/desk/sign-in', '/sms/inbound', '/sms/status', '/desk/colleagues/invite'])
      for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
        const headers = { 'content-type': type, origin: target.origin }
        await expectClear(await fetch(target.origin + path, { method: 'POST', body, headers }), 413)
      }
  })

  it('that comes drop by drop holds up nobody', async () => {
    const slow = connect(Number(new URL(target.origin).port), '127.0.0.1')
    slow.on('error', () => undefined)
    slow.write('POST /desk/sign-in HTTP/1.1\r\nHost: x\r\n')
    expect((await fetch(`${target.origin}/health`)).status).toBe(200)
    slow.destroy()
  })
})

describe('a webhook that the provider did not send', () => {
  const sms = (id: number, message: string) =>
    JSON.stringify({ id, msisdn: 4520000001, receiver: 1, message, senttime: 1 })
  const post = (body: string, signature?: string) =>
    fetch(`${target.origin}/sms/inbound`, {
      method: 'POST',
      body,
      headers: signature === undefined ? {} : { 'x-gwapi-signature': signature },
    })
  const sign = (body: string, alg: string, key: Parameters<CompactSign['sign']>[0]) =>
    new CompactSign(new TextEncoder().encode(body)).setProtectedHeader({ alg }).sign(key)
  const secret = () => new TextEncoder().encode(target.secret)

  it('is refused, and nothing of it is kept', async () => {
    const body = sms(1, 'forfalsket')
    const right = await sign(body, 'HS256', secret())
    const [, payload = '', signature = ''] = right.split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const { privateKey } = await generateKeyPair('RS256')
    const forged = [
      undefined,
      '',
      'x.y.z',
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      new UnsecuredJWT(JSON.parse(body)).encode(),
      await sign(body, 'RS256', privateKey),
      await sign(body, 'HS384', secret()),
      await sign(body, 'HS256', new TextEncoder().encode('another-secret-of-theirs')),
      await sign(sms(1, 'noget andet'), 'HS256', secret()),
    ]
    for (const one of forged) await expectClear(await post(body, one), 401, 'forfalsket')
    await expectClear(await post(sms(2, 'forfalsket'), right), 401, 'forfalsket')
    expect(columnsWith(target.databasePath, 'forfalsket')).toEqual([])
    expect(target.server.output()).not.toContain('forfalsket')
  })

  it('is no new text when it is one of yesterday, in whatever order', async () => {
    const bodies = ['første gamle besked', 'anden gamle besked'].map((text, i) => sms(10 + i, text))
    const signed = await Promise.all(bodies.map((body) => sign(body, 'HS256', secret())))
    const states: string[] = []
    for (const i of [1, 0, 1, 0, 0, 1]) {
      const response = await post(bodies[i] ?? '', signed[i])
      states.push(((await response.json()) as { state: string }).state)
    }
    expect(states.toSorted()).toEqual([...Array(2).fill('recorded'), ...Array(4).fill('repeated')])
  })

  it('beyond a number’s pace is put off, and taken when it comes again', async () => {
    const send = async (id: number) => {
      const body = sms(100 + id, `hurtig besked nummer ${id}`)
      return post(body, await sign(body, 'HS256', secret()))
    }
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => send(i)))
    const putOff = answers.map(({ status }, i) => ({ status, i })).filter((a) => a.status !== 200)
    expect(putOff.length).toBeGreaterThan(30)
    expect(new Set(putOff.map(({ status }) => status))).toEqual(new Set([429]))
    const again = putOff[0]?.i ?? 0
    await until('the text is taken', async () => (await send(again)).status === 200)
  })
})

it('no token, no password and no cookie stands in the log', () => {
  const { server, lead } = target
  const log = server.output().replace(/^ {2}Desk .*$/m, '')
  expect(log).toMatch(/"route":"\/desk\/welcome"/)
  for (const secret of [server.signInLink?.split('#')[1], lead.split('=')[1], PASSWORD])
    expect(log).not.toContain(secret)
  // The origin of a foreign page is told: operations must see who tries; nothing else that strangers sent is.
  expect(log.replaceAll(/"origin":"[^"]*"/g, '')).not.toMatch(/evil|"level":50/)
})

function head(header: string): string {
  return `POST /desk/sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n\r\n`
}

/** What a socket answers to bytes that no client of ours would send. */
async function raw(sent: string): Promise<string> {
  const socket = connect(Number(new URL(target.origin).port), '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  socket.write(sent)
  await new Promise((done) => {
    socket.once('close', done)
    socket.once('error', done)
    setTimeout(done, 5_000)
  })
  socket.destroy()
  return said
}
