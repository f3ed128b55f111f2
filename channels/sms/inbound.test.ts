import { CompactSign, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { openTown, secret, type Town } from './testing/town.ts'

const anna = 4520000123
const sms = { id: 7, msisdn: anna, receiver: 451204, message: 'hej', senttime: 1_780_000_000 }

describe('a text from a citizen', () => {
  it('is recorded before it is acknowledged, under an address that does not tell the number', async () => {
    await using town = await openTown()
    let acknowledged = false
    town.dialogue.before = async () => {
      await new Promise((done) => setTimeout(done, 50))
      expect(acknowledged).toBe(false)
      return undefined
    }
    acknowledged = await town.provider.text(anna, 'hej hvad gør jeg med en gammel sofa')
    expect(town.dialogue.said).toMatchObject([
      { text: 'hej hvad gør jeg med en gammel sofa', channel: 'sms', said: { via: 'typed' } },
    ])
    expect(town.dialogue.said[0]?.address).toMatch(/^sms:[0-9a-f]{32}$/)
    expect(town.dialogue.started).toEqual([{ id: 'c1', number: '+4520000123' }])
    expect(town.logged.join('')).not.toMatch(/20000123|sofa/)
  })

  it('joins the conversation of its number, and another number starts another', async () => {
    await using town = await openTown()
    await town.provider.text(anna, 'hej')
    await town.provider.text(anna, 'er der nogen')
    await town.provider.text(4520000124, 'hej')
    expect(town.dialogue.said.map(({ conversationId }) => conversationId)).toEqual([
      'c1',
      'c1',
      'c2',
    ])
  })

  it('starts one conversation only when five come at once', async () => {
    await using town = await openTown()
    const texts = ['hej', 'og', 'hvad', 'koster', 'det']
    await Promise.all(texts.map((text) => town.provider.text(anna, text)))
    expect(town.dialogue.started).toHaveLength(1)
    expect(town.dialogue.said).toHaveLength(5)
  })

  it('is a new matter after the conversation has ended', async () => {
    await using town = await openTown()
    await town.provider.text(anna, 'hej')
    town.dialogue.close('c1')
    await town.provider.text(anna, 'en anden sag')
    expect(town.dialogue.said.map(({ conversationId }) => conversationId)).toEqual(['c1', 'c2'])
  })

  it('is recorded once when the provider sends it twice or in another order', async () => {
    await using town = await openTown()
    town.provider.setWeather('twice')
    await town.provider.text(anna, 'hej')
    town.provider.setWeather('shuffled')
    await Promise.all([town.provider.text(anna, 'første'), town.provider.text(anna, 'anden')])
    expect(town.dialogue.said.map(({ text }) => text).toSorted()).toEqual([
      'anden',
      'første',
      'hej',
    ])
    expect(town.dialogue.started).toHaveLength(1)
  })

  it('comes again when it could not be recorded', async () => {
    await using town = await openTown()
    let faults = 2
    town.dialogue.before = async () => {
      if (faults-- > 0) throw new Error('disk full')
      return undefined
    }
    expect(await town.provider.text(anna, 'hej')).toBe(true)
    expect(town.dialogue.said).toHaveLength(1)
  })

  it('comes again later when its number writes too fast', async () => {
    await using town = await openTown()
    town.dialogue.before = async () => ({ state: 'refused', why: 'too-fast' })
    const answer = await post(town, '/sms/inbound', sms)
    expect(answer).toMatchObject({ status: 429, code: 'too-fast' })
    town.dialogue.before = async () => undefined
    expect(await post(town, '/sms/inbound', sms)).toMatchObject({ status: 200 })
  })

  it.each([
    ['a short code', 1204],
    ['a premium number', 4590123456],
    ['a Swedish landline', 468123456],
  ])('is taken and left when it comes from %s', async (_, msisdn) => {
    await using town = await openTown()
    expect(await post(town, '/sms/inbound', { ...sms, msisdn })).toMatchObject({ status: 200 })
    expect(town.dialogue.started).toEqual([])
  })

  it('loses the keyword of a shared number', async () => {
    await using town = await openTown({ config: { keyword: 'KK' } })
    await town.provider.text(anna, 'kk hvornår åbner I')
    await town.provider.text(anna, 'kkkk åbent')
    await town.provider.text(anna, 'KK stop')
    expect(town.dialogue.said.map(({ text }) => text)).toEqual(['hvornår åbner I', 'kkkk åbent'])
    expect(town.dialogue.opts).toEqual([{ way: 'out', number: '+4520000123' }])
  })

  it('is left when a machine says the same for the fourth time, and the next human text is not', async () => {
    await using town = await openTown()
    const echo = 'Autosvar: Jeg kører bil og svarer senere.'
    for (const text of [echo, echo, echo, echo, 'hej, hvornår åbner I?'])
      expect(await town.provider.text(anna, text)).toBe(true)
    expect(town.dialogue.said.map(({ text }) => text)).toEqual([
      echo,
      echo,
      echo,
      'hej, hvornår åbner I?',
    ])
    expect(town.logged.join('')).toContain('repeats itself')
  })

  it('is a wish when it says nothing else', async () => {
    await using town = await openTown()
    for (const text of ['Stop. Tak', 'det må altså stoppe', 'Start igen', 'hjælp'])
      await town.provider.text(anna, text)
    expect(town.dialogue.opts.map(({ way }) => way)).toEqual(['out', 'in', 'help'])
    expect(town.dialogue.said.map(({ text }) => text)).toEqual(['det må altså stoppe'])
  })
})

describe('a webhook that is not from the provider', () => {
  const key = new TextEncoder().encode(secret)
  const body = JSON.stringify(sms)
  const sign = (text: string, alg = 'HS256', by = key) =>
    new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg }).sign(by)

  it.each<[string, () => Promise<string | undefined> | string | undefined]>([
    ['has no signature', () => undefined],
    ['has a signature that is none', () => 'nonsense'],
    ['is signed with another secret', () => sign(body, 'HS256', new TextEncoder().encode('andet'))],
    ['is signed with another algorithm', () => sign(body, 'HS512')],
    ['says that it needs no signature', () => new UnsecuredJWT(sms).encode()],
    ['has the signature of another body', () => sign(JSON.stringify({ ...sms, message: 'andet' }))],
    ['has a signature over more', () => sign(JSON.stringify({ ...sms, more: 1 }))],
    [
      'has an old signature of another message',
      () => new SignJWT({ id: 1 }).setProtectedHeader({ alg: 'HS256' }).sign(key),
    ],
  ])('is refused when it %s, and nothing is recorded', async (_, signature) => {
    await using town = await openTown()
    for (const path of ['/sms/inbound', '/sms/status']) {
      const answer = await send(town, path, body, await signature())
      expect(answer).toMatchObject({ status: 401, code: 'signature-wrong' })
    }
    expect([town.dialogue.said, town.dialogue.started, town.dialogue.deliveries]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('is refused when its body is not JSON, and the answer does not quote it', async () => {
    await using town = await openTown()
    const answer = await send(
      town,
      '/sms/inbound',
      'CPR 010105-1111',
      await sign('CPR 010105-1111'),
    )
    expect(answer).toMatchObject({ status: 401, code: 'signature-wrong' })
    expect(JSON.stringify(answer) + town.logged.join('')).not.toContain('1111')
  })

  it('is refused when it is too large', async () => {
    await using town = await openTown()
    const large = JSON.stringify({ ...sms, message: 'a'.repeat(1_000_000) })
    expect(await send(town, '/sms/inbound', large, 'x')).toMatchObject({
      status: 413,
      code: 'request-too-large',
    })
  })
})

it('a signed webhook of another form is refused with what to do', async () => {
  await using town = await openTown()
  for (const wrong of [
    { id: 1 },
    { ...sms, msisdn: 'Borgerservice' },
    { ...sms, message: 5 },
    [],
    'x',
  ])
    expect(await post(town, '/sms/inbound', wrong)).toMatchObject({
      status: 400,
      code: 'request-invalid',
      do: expect.stringContaining('/sms/inbound'),
    })
  expect(town.dialogue.started).toEqual([])
})

it('without a secret there are no webhooks', async () => {
  await using town = await openTown({ config: { secret: null } })
  for (const path of ['/sms/inbound', '/sms/status'])
    expect(await post(town, path, sms)).toMatchObject({ status: 404 })
})

async function post(town: Town, path: string, payload: unknown) {
  const body = JSON.stringify(payload)
  const signature = await new CompactSign(new TextEncoder().encode(body))
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret))
  return send(town, path, body, signature)
}

async function send(town: Town, path: string, body: string, signature: string | undefined) {
  const headers = { 'content-type': 'application/json' }
  const signed = signature === undefined ? headers : { ...headers, 'x-gwapi-signature': signature }
  const response = await fetch(town.url + path, { method: 'POST', body, headers: signed })
  return { status: response.status, ...((await response.json()) as object) }
}
