import { describe, expect, it } from 'vitest'
import {
  cookieOf,
  PASSWORD,
  postForm,
  postJson,
  signInColleague,
  signInFirst,
} from './testing/desk-client.ts'
import { startDeskServer } from './testing/start-desk-server.ts'

const open = (url: string, cookie: string) =>
  fetch(`${url}/desk/`, { headers: { cookie }, redirect: 'manual' })

describe('signing in at the desk', () => {
  it('lets the first person choose name and password by a link that works once', async () => {
    await using server = await startDeskServer()
    const token = (await server.signInLink()).split('#')[1] ?? ''
    const choose = (name: string, password: string) =>
      postForm(server.url, '/desk/welcome', { token, name, password })
    expect((await choose('Jonas', 'for kort')).status).toBe(400)
    const welcome = await choose('Jonas', PASSWORD)
    expect(welcome.headers.get('location')).toBe('/desk/')
    expect((await open(server.url, cookieOf(welcome))).status).toBe(200)
    const again = await choose('Mallory', PASSWORD)
    expect(again.status).toBe(401)
    expect(await again.text()).toContain('Linket virker ikke længere')
    expect(await server.accounts.list()).toMatchObject([{ name: 'Jonas', role: 'lead' }])
  })
  it('gives two who use one link at once one account', async () => {
    await using server = await startDeskServer()
    const token = (await server.signInLink()).split('#')[1] ?? ''
    const both = ['Jonas', 'Sara'].map((name) =>
      postForm(server.url, '/desk/welcome', { token, name, password: PASSWORD }),
    )
    const statuses = (await Promise.all(both)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([303, 401])
    expect(await server.accounts.list()).toHaveLength(1)
  })
  it('takes the link away after 24 hours', async () => {
    let now = '2026-06-08T07:00:00.000Z'
    await using server = await startDeskServer({ clock: { now: () => now } })
    const token = (await server.signInLink()).split('#')[1] ?? ''
    now = '2026-06-09T07:00:01.000Z'
    const late = await postForm(server.url, '/desk/welcome', {
      token,
      name: 'Jonas',
      password: PASSWORD,
    })
    expect(late.status).toBe(401)
  })
  it('sets a cookie that scripts and other sites never get, and keeps no secret readable', async () => {
    await using server = await startDeskServer()
    const token = (await server.signInLink()).split('#')[1] ?? ''
    const welcome = await postForm(server.url, '/desk/welcome', {
      token,
      name: 'Jonas',
      password: PASSWORD,
    })
    const header = welcome.headers.getSetCookie()[0]
    expect(header).toMatch(/HttpOnly/)
    expect(header).toMatch(/SameSite=Strict/)
    expect(header).toMatch(/Max-Age=43200/)
    const kept = server.registers.dump()
    expect(kept).toContain('scrypt$')
    for (const secret of [token, PASSWORD, cookieOf(welcome).split('=')[1] ?? '-'])
      expect(kept).not.toContain(secret)
  })
  it('sends a cookie of the strictest kind over TLS', async () => {
    await using server = await startDeskServer({ secure: true })
    const token = (await server.signInLink()).split('#')[1] ?? ''
    const welcome = await postForm(server.url, '/desk/welcome', {
      token,
      name: 'Jonas',
      password: PASSWORD,
    })
    expect(welcome.headers.getSetCookie()[0]).toMatch(/^__Host-desk=.*Path=\/.*Secure/)
  })
  it('accepts the right password, refuses a wrong one, and ends when signed out', async () => {
    await using server = await startDeskServer()
    await signInFirst(server, 'Jonas')
    const wrong = await postForm(server.url, '/desk/sign-in', {
      name: 'Jonas',
      password: `${PASSWORD}!`,
    })
    expect(wrong.status).toBe(401)
    expect(await wrong.text()).toContain('passer ikke sammen')
    const right = await postForm(server.url, '/desk/sign-in', {
      name: ' jonas ',
      password: PASSWORD,
    })
    const cookie = cookieOf(right)
    expect((await open(server.url, cookie)).status).toBe(200)
    await postForm(server.url, '/desk/sign-out', {}, { cookie })
    expect((await open(server.url, cookie)).headers.get('location')).toBe('/desk/sign-in')
  })
  it('ends after 12 hours', async () => {
    let now = '2026-06-08T07:00:00.000Z'
    await using server = await startDeskServer({ clock: { now: () => now } })
    const cookie = await signInFirst(server, 'Jonas')
    now = '2026-06-08T19:00:00.000Z'
    expect((await open(server.url, cookie)).status).toBe(303)
  })
  it('slows down whoever guesses, in clear words', async () => {
    await using server = await startDeskServer()
    await signInFirst(server, 'Jonas')
    const guess = (password: string) =>
      postForm(server.url, '/desk/sign-in', { name: 'Jonas', password })
    for (let i = 0; i < 8; i++) expect((await guess(`guess number ${i}`)).status).toBe(401)
    const stopped = await guess(PASSWORD)
    expect(stopped.status).toBe(429)
    expect(await stopped.text()).toContain('Vent 15 min.')
  })
  it('refuses forms from pages of other sites', async () => {
    await using server = await startDeskServer()
    await signInFirst(server, 'Jonas')
    const credentials = { name: 'Jonas', password: PASSWORD }
    for (const origin of ['https://evil.example', 'null', ''])
      expect((await postForm(server.url, '/desk/sign-in', credentials, { origin })).status).toBe(
        403,
      )
  })
  it('reads hostile input as text or refuses it', async () => {
    await using server = await startDeskServer()
    const script = '<script>alert(1)</script>"><img src=x>'
    const page = await (
      await postForm(server.url, '/desk/sign-in', { name: script, password: 'x' })
    ).text()
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img')
    const huge = await postForm(server.url, '/desk/sign-in', {
      name: 'a'.repeat(1_000_000),
      password: 'x',
    })
    expect(huge.status).toBe(413)
    const odd = await postForm(server.url, '/desk/welcome', {
      token: '../..',
      name: '\u0000',
      password: '',
    })
    expect(odd.status).toBe(401)
  })
  it('runs no script but its own', async () => {
    await using server = await startDeskServer()
    const page = await fetch(`${server.url}/desk/sign-in`)
    expect(page.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'",
    )
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).not.toMatch(/<script>| style=| on\w+=/)
  })
})

describe('colleagues', () => {
  it('are invited by the lead and by nobody else', async () => {
    await using server = await startDeskServer()
    const lead = await signInFirst(server, 'Jonas')
    const staff = await signInColleague(server, lead, 'Sara')
    expect(await server.accounts.list()).toMatchObject([
      { role: 'lead' },
      { name: 'Sara', role: 'staff' },
    ])
    const invitation = { name: 'Mallory', role: 'lead' }
    const statuses = [staff, ''].map(
      async (cookie) =>
        (await postJson(server.url, '/desk/colleagues/invite', cookie, invitation)).status,
    )
    expect(await Promise.all(statuses)).toEqual([403, 401])
  })
  it('have names of their own', async () => {
    await using server = await startDeskServer()
    const lead = await signInFirst(server, 'Jonas')
    expect(await signInColleague(server, lead, ' JONAS')).toBe('')
    expect(await server.accounts.list()).toHaveLength(1)
  })
  it('never lose their last lead', async () => {
    await using server = await startDeskServer()
    const lead = await signInFirst(server, 'Jonas')
    const [jonas] = await server.accounts.list()
    const demote = await postJson(server.url, '/desk/colleagues/role', lead, {
      id: jonas?.id,
      role: 'staff',
    })
    const remove = await postJson(server.url, '/desk/colleagues/remove', lead, { id: jonas?.id })
    expect([demote.status, remove.status]).toEqual([409, 409])
  })
})
