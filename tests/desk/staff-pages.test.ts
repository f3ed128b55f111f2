import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postForm } from '#desk/testing/desk-client.ts'
import { type StaffPagesServer, startStaffPages } from '#tests/kit/start-staff-pages.ts'

let server: StaffPagesServer
beforeAll(async () => {
  server = await startStaffPages()
})
afterAll(() => server[Symbol.asyncDispose]())

const all = ['search', 'feedback', 'switches', 'special-days', 'conversation/x']
const ofLeads = ['switches', 'special-days']

describe("the desk's pages", () => {
  it.each(all)('%s sends whoever is not signed in to the sign-in page', async (page) => {
    expect(await server.get(`/desk/${page}`, '')).toMatchObject({
      status: 303,
      to: '/desk/sign-in',
    })
  })
  it.each(ofLeads)(
    '%s is for leads: a colleague reads that, and can post nothing',
    async (page) => {
      const seen = await server.get(`/desk/${page}`, server.staff)
      expect(seen.status).toBe(403)
      expect(seen.text).toContain('Siden er for ledere')
      const fields = {
        way: 'off',
        what: 'bot',
        why: 'fordi',
        do: 'day',
        date: '2026-06-10',
        queue: 'all',
        kind: 'closed',
      }
      expect((await server.post(`/desk/${page}`, server.staff, fields)).status).toBe(403)
      expect(await server.house.storage.registers.list(page)).toEqual([])
      expect((await server.get(`/desk/${page}`, server.lead)).status).toBe(200)
    },
  )
  it.each([...ofLeads, 'search', 'language'])(
    '%s takes no form from another site',
    async (page) => {
      for (const origin of ['https://example.org', 'null']) {
        const answer = await postForm(
          server.url,
          `/desk/${page}`,
          { way: 'off', what: 'bot', why: 'fordi' },
          { cookie: server.lead, origin },
        )
        expect(answer.status).toBe(403)
      }
    },
  )
  it('is in the other language after one press, and back where one was', async () => {
    const chosen = await postForm(
      server.url,
      '/desk/language',
      { language: 'en', back: '/desk/feedback' },
      { cookie: server.lead },
    )
    expect(chosen.headers.get('location')).toBe('/desk/feedback')
    const language = chosen.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const page = await server.get('/desk/feedback', `${server.lead}; ${language}`)
    expect(page.text).toContain('<html lang="en"')
    expect(page.text).toContain('Nobody has given feedback yet.')
  })
  it.each(['https://example.org/', '//example.org', '/desk/../x"', '/sms'])(
    'leads nobody away to %s',
    async (back) => {
      const chosen = await postForm(
        server.url,
        '/desk/language',
        { language: 'en', back },
        { cookie: server.lead },
      )
      const to = new URL(chosen.headers.get('location') ?? '', server.url)
      expect(to.origin).toBe(server.url)
      expect(to.pathname).toMatch(/^\/(desk|x)/)
    },
  )
})
