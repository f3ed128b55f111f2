import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { openTown, type Town } from './testing/town.ts'

const anna = 4520000123
const soon = { timeout: 3_000, interval: 10 }

describe('what the city says', () => {
  it('goes to the phone of the one who wrote, with our reference and the cheap encoding', async () => {
    await using town = await openTown()
    town.startSender()
    await town.provider.text(anna, 'sofa')
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(['Svar på: sofa']), soon)
    expect(town.provider.requests).toEqual([
      { userref: 'c1/r1', encoding: 'UTF8', text: 'Svar på: sofa', msisdn: anna },
    ])
    await vi.waitFor(() => expect(fates(town)).toEqual(['sent', 'delivered']), soon)
    expect(town.logged.join('')).not.toMatch(/20000123|sofa/)
  })

  it('is sent as UCS-2 only when a character needs it', async () => {
    await using town = await openTown({ answer: () => 'Смотрите: kk.dk' })
    town.startSender()
    await town.provider.text(anna, 'привет')
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(['Смотрите: kk.dk']), soon)
    expect(town.provider.requests[0]?.encoding).toBe('UCS2')
  })

  it('comes in the order in which it was said', async () => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    const said = Array.from({ length: 8 }, (_, i) => `nr. ${i}`)
    for (const text of said) town.dialogue.says('c1', text)
    town.startSender()
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(said), soon)
  })

  it('waits for nobody else: one phone is not held up by another', async () => {
    await using town = await openTown({ pace: { answerWithinMs: 2_000 } })
    town.provider.setWeather('slow')
    town.startSender()
    const phones = [4520000131, 4520000132, 4520000133, 4520000134]
    await Promise.all(phones.map((phone) => town.provider.text(phone, 'hej')))
    const sentAt = performance.now()
    await vi.waitFor(() => expect(phones.flatMap(town.phone)).toHaveLength(4), soon)
    expect(performance.now() - sentAt).toBeLessThan(900)
  })

  it('is sent at the latest at the next look, when nobody tells of it', async () => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    town.startSender()
    await wait(30)
    town.dialogue.onWork = () => () => {}
    town.dialogue.says('c1', 'uopfordret')
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(['uopfordret']), soon)
  })
})

describe('when the provider', () => {
  it.each([
    ['down', 'provider-503'],
    ['throttled', 'provider-429'],
  ] as const)('is %s, the text is kept and sent when it is over, once', async (weather, reason) => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    const id = town.dialogue.says('c1', 'svar')
    town.provider.setWeather(weather)
    town.startSender()
    await vi.waitFor(
      () => expect(town.dialogue.outbox.history).toContain(`${id} retry ${reason}`),
      soon,
    )
    town.provider.setWeather('fine')
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(['svar']), soon)
    await wait(100)
    expect(town.phone(anna)).toEqual(['svar'])
  })

  it('cannot be reached, the text is kept', async () => {
    await using town = await openTown({ answer: () => null })
    await using closed = await openTown()
    await closed.provider.close()
    town.config.providerUrl = closed.provider.url
    await town.provider.text(anna, 'hej')
    const id = town.dialogue.says('c1', 'svar')
    const sender = town.startSender()
    const kept = `${id} retry provider-unreachable`
    await vi.waitFor(() => expect(town.dialogue.outbox.history).toContain(kept), soon)
    await sender.stop()
    town.config.providerUrl = town.provider.url
    town.startSender()
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(['svar']), soon)
  })

  it('does not know our token, nothing is given up', async () => {
    await using town = await openTown({ answer: () => null, config: { token: 'forkert' } })
    await town.provider.text(anna, 'hej')
    const id = town.dialogue.says('c1', 'svar')
    town.startSender()
    const kept = `${id} retry provider-401-0x0211`
    await vi.waitFor(() => expect(town.dialogue.outbox.history).toContain(kept), soon)
  })

  it('refuses a text for good, it is given up with a reason that quotes nothing', async () => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    const id = town.dialogue.says('c1', 'hemmeligt svar')
    town.provider.setWeather('refusing')
    town.startSender()
    await vi.waitFor(() => expect(town.dialogue.outbox.fateOf(id)).toBe('dead'), soon)
    expect(town.dialogue.outbox.history).toContain(`${id} dead provider-400-0x0308`)
    await vi.waitFor(
      () =>
        expect(town.dialogue.deliveries).toEqual([
          { messageId: id, delivery: { status: 'failed', code: 'provider-400-0x0308' } },
        ]),
      soon,
    )
    expect(town.logged.join('')).not.toMatch(/hemmeligt|20000123/)
  })

  it.each(['silent', 'half'] as const)(
    'is %s, its receipt tells that it has the text, which is not sent again',
    async (weather) => {
      await using town = await openTown({ answer: () => null })
      await town.provider.text(anna, 'hej')
      const id = town.dialogue.says('c1', 'svar')
      town.provider.setWeather(weather)
      town.startSender()
      await vi.waitFor(() => expect(fates(town)).toEqual(['sent', 'delivered']), soon)
      await wait(600)
      expect(town.phone(anna)).toEqual(['svar'])
      expect(town.dialogue.outbox.fateOf(id)).toBe('sent')
    },
  )

  it('gives no answer and no receipt, the text is sent once more and then given up', async () => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    const id = town.dialogue.says('c1', 'svar')
    town.provider.setWeather('silent')
    town.dialogue.outbox.settle = refuseSettlingByReceipt(town)
    town.startSender()
    await vi.waitFor(() => expect(town.dialogue.outbox.fateOf(id)).toBe('dead'), soon)
    expect(town.phone(anna)).toEqual(['svar', 'svar'])
    expect(town.dialogue.outbox.history).toContain(`${id} dead answer-unseen-twice`)
  })

  it('sends the receipt before its answer, the text ends as delivered', async () => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    const id = town.dialogue.says('c1', 'svar')
    town.provider.setWeather('hasty')
    town.startSender()
    await vi.waitFor(() => expect(town.dialogue.outbox.fateOf(id)).toBe('sent'), soon)
    await wait(100)
    expect(fates(town)).toEqual(['sent', 'delivered'])
  })

  it('sends every receipt twice and in any order, each is recorded once', async () => {
    await using town = await openTown()
    town.startSender()
    for (const weather of ['twice', 'shuffled'] as const) {
      town.provider.setWeather(weather)
      await town.provider.text(anna, weather)
    }
    await vi.waitFor(
      () => expect(fates(town).toSorted()).toEqual(['delivered', 'delivered', 'sent', 'sent']),
      soon,
    )
  })
})

describe('a sender that was killed', () => {
  it('before it could send leaves the text to the next one', async () => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    town.dialogue.says('c1', 'svar')
    const { outbox } = town.dialogue
    await outbox.lease('sms', new Date().toISOString(), inMs(150), 10)
    town.startSender()
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(['svar']), soon)
  })

  it('while it was sending leaves a doubt, and the text is sent once more', async () => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    const id = town.dialogue.says('c1', 'svar')
    const { outbox } = town.dialogue
    await outbox.lease('sms', new Date().toISOString(), inMs(150), 10)
    await outbox.settle(id, { state: 'sending' })
    town.startSender()
    await vi.waitFor(() => expect(town.phone(anna)).toEqual(['svar']), soon)
  })
})

it('a sender that is stopped lets the attempt under way end, and begins no other', async () => {
  await using town = await openTown({ pace: { answerWithinMs: 2_000 } })
  town.provider.setWeather('slow')
  const sender = town.startSender()
  await town.provider.text(anna, 'en')
  await vi.waitFor(() => expect(town.provider.requests).toHaveLength(1), soon)
  await sender.stop()
  expect(town.dialogue.outbox.fateOf('r1')).toBe('sent')
  town.dialogue.says('c1', 'to')
  await wait(150)
  expect(town.provider.requests).toHaveLength(1)
})

it('what was erased is not sent', async () => {
  await using town = await openTown({ answer: () => null })
  await town.provider.text(anna, 'hej')
  const id = town.dialogue.says('c1', 'svar')
  town.dialogue.erase('c1')
  town.startSender()
  await vi.waitFor(() => expect(town.dialogue.outbox.history).toEqual([`${id} dead erased`]), soon)
  expect(town.provider.requests).toEqual([])
})

function fates(town: Town): string[] {
  return town.dialogue.deliveries.map(({ delivery }) => delivery.status)
}

function inMs(ms: number): string {
  return new Date(Date.now() + ms).toISOString()
}

/** As if the receipts never came: only the sender itself settles. */
function refuseSettlingByReceipt({ dialogue }: Town) {
  const { outbox } = dialogue
  const settle = outbox.settle.bind(outbox)
  return async (id: string, fate: Parameters<typeof settle>[1]) => {
    if (fate.state !== 'sent') await settle(id, fate)
  }
}
