import { afterAll, beforeAll, expect, it } from 'vitest'
import { type StaffPagesServer, startStaffPages } from '#tests/kit/start-staff-pages.ts'
import { startTalk } from '#tests/kit/start-talk.ts'

let server: StaffPagesServer
beforeAll(async () => {
  server = await startStaffPages()
})
afterAll(() => server[Symbol.asyncDispose]())

const ask = async () => {
  const talk = await startTalk({ shared: server.shared })
  return talk.says('Hvad koster et nyt pas?')
}

it('an answer is off in the next turn, with who, since when and why, and on again', async () => {
  const before = await ask()
  const off = { way: 'off', what: 'pas-voksne', why: 'Prisen er forkert' }
  const done = await server.post('/desk/switches', server.lead, off)
  expect(done).toMatchObject({ status: 200, to: '/desk/switches?done=off&what=pas-voksne' })
  expect(done.text).toMatch(/Slukket: Svaret »[^«]*pas[^«]*«/i)
  expect(done.text).toContain('svaret er taget ned lige nu')
  expect(done.text).toContain('Jonas')
  expect(done.text).toContain('Prisen er forkert')
  expect(await ask()).not.toBe(before)
  const on = { way: 'on', what: 'pas-voksne', why: 'Rettet' }
  expect((await server.post('/desk/switches', server.lead, on)).text).toContain('Tændt igen')
  expect(await ask()).toBe(before)
  const trail = await server.house.storage.registers.audit('switches')
  expect(trail.map(({ why, json }) => [why, json === null])).toEqual([
    ['Prisen er forkert', false],
    ['Rettet', true],
  ])
})

it('the bot and the desk go off and say what citizens get', async () => {
  for (const [what, gets] of [
    ['bot', 'chatbotten ikke kan svare'],
    ['desk', 'få de telefonnummeret'],
  ] as const) {
    const done = await server.post('/desk/switches', server.lead, {
      way: 'off',
      what,
      why: 'Øvelse',
    })
    expect(done.text).toContain(gets.replace('få de', 'får de'))
    await server.post('/desk/switches', server.lead, { way: 'on', what, why: 'Øvelsen er slut' })
  }
  expect((await server.get('/desk/switches', server.lead)).text).toContain('Alt er tændt.')
})

it.each([
  [{ way: 'off', what: '', why: 'fordi' }, 'Vælg, hvad der skal slukkes.'],
  [{ way: 'off', what: 'pas-paa-maanen', why: 'fordi' }, 'Det svar findes ikke længere'],
  [{ way: 'off', what: 'bot', why: '  ' }, 'Skriv hvorfor'],
  [{ way: 'sluk', what: 'bot', why: 'fordi' }, 'Vælg, om det skal slukkes'],
])('%j says what is wrong at the field, and changes nothing', async (form, says) => {
  const answer = await server.post('/desk/switches', server.lead, form)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('<title>Fejl: ')
  expect(answer.text).toContain(says)
  expect(answer.text).toContain('aria-invalid="true"')
  expect(await server.house.storage.registers.list('switches')).toEqual([])
})

it('keeps no CPR number in a reason, and shows what was written as text', async () => {
  const why = 'Klage fra 070761-4285 <script>alert(1)</script>'
  const done = await server.post('/desk/switches', server.lead, { way: 'off', what: 'bot', why })
  expect(done.text).not.toContain('070761')
  expect(done.text).not.toContain('<script>alert')
  await server.post('/desk/switches', server.lead, { way: 'on', what: 'bot', why: 'prøve' })
  expect(JSON.stringify(await server.house.storage.registers.audit('switches'))).not.toContain(
    '4285',
  )
})
