import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeReference } from '#channels/sms/reference.ts'
import { takeStatus } from '#channels/sms/status.ts'
import { openTown } from '#channels/sms/testing/town.ts'
import { startChatStage } from '#channels/web-chat/testing/chat-stage.ts'
import { formBrowser } from '#channels/web-chat/testing/form-browser.ts'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'

const anna = 4_520_000_123
const PATIENCE = { timeout: 5_000 }
const slot = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() })
/** `Incoming` of the engine again, so that a key that slips in is found. */
const incoming = z.strictObject({
  channel: z.enum(['sms', 'web-chat']),
  address: z.string().regex(/^(sms|web):[0-9a-f]{32,64}$/),
  messageId: z.string().max(64),
  text: z.string(),
  said: z.union([
    z.strictObject({ via: z.literal('typed') }),
    z.strictObject({ via: z.literal('chosen'), choice: z.string() }),
    z.strictObject({ via: z.literal('form'), slot, phone: z.string() }),
  ]),
})
const code = z.string().regex(/^[\w-]{1,40}$/)
const delivery = z.union([
  z.strictObject({ status: z.literal('sent'), providerRef: code }),
  z.strictObject({ status: z.literal('delivered') }),
  z.strictObject({ status: z.literal('failed'), code }),
])

describe('I6 no payload gets past a channel: what the engine is given', () => {
  it('for a text message is what the engine asks for and nothing else', async () => {
    await using town = await openTown()
    await town.provider.text(anna, 'hej')
    await town.provider.text(anna, 'er der nogen?')
    const given = town.dialogue.said.map(({ conversationId, ...rest }) => rest)
    expect(given).toHaveLength(2)
    expect(given.flatMap((one) => faults(incoming, one))).toEqual([])
  })

  it.each(['fine', 'hasty', 'twice', 'shuffled', 'half', 'refusing', 'throttled', 'down'] as const)(
    'while the provider is %s, what is kept of a sending is a code or a reference',
    async (weather) => {
      await using town = await openTown()
      town.startSender()
      await town.provider.text(anna, 'Hvad koster et pas?')
      town.provider.setWeather(weather)
      const before = town.dialogue.outbox.history.length
      town.dialogue.says('c1', 'Et kørekort koster mere.')
      const { history } = town.dialogue.outbox
      await expect.poll(() => history.length, PATIENCE).toBeGreaterThan(before + 1)
      for (const line of history) expect(line).toMatch(/^r\d+ [\w-]+( [\w-]{1,40})?$/)
      expect(town.dialogue.deliveries.flatMap((one) => faults(delivery, one.delivery))).toEqual([])
    },
  )

  it.each(['wrong token', 'UNDELIVERABLE: "Svar på: hej"'])(
    'from a provider that says more than its codes (%s) is a code',
    async (more) => {
      await using town = await openTown()
      await town.provider.text(anna, 'hej')
      const report = {
        id: 7,
        status: 'UNDELIVERABLE',
        code: more,
        userref: writeReference('c1', 'r1'),
      }
      const { dialogue } = town
      const log = { info: () => {} } as never
      await takeStatus({ dialogue: dialogue as never, outbox: dialogue.outbox, log }, report)
      expect(dialogue.deliveries).toHaveLength(2)
      expect(dialogue.deliveries.flatMap((one) => faults(delivery, one.delivery))).toEqual([])
    },
  )

  it('for the chat, by socket, by HTTP and by form, is what it asks for and nothing else', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.say('hej')
    await page.next('received')
    page.send({ type: 'human', id: crypto.randomUUID() })
    await page.next('received')
    const more = { type: 'say', id: crypto.randomUUID(), text: 'hej igen', said: { via: 'typed' } }
    page.sendRaw(JSON.stringify({ ...more, userAgent: 'x', said: { via: 'typed', at: 'x' } }))
    page.say('og en gang til')
    const isSaid = () => stage.dialogue.said.some(({ text }) => text === 'og en gang til')
    await expect.poll(isSaid, PATIENCE).toBe(true)
    const token = await begun(stage.url)
    await fetch(`${stage.url}/api/chat/messages`, {
      method: 'POST',
      body: JSON.stringify({ messageId: '1', text: 'hej' }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })
    const citizen = formBrowser(stage.url)
    await citizen.get('/chat')
    await citizen.ask('Hvordan får jeg et pas?')
    expect(stage.dialogue.said.length).toBeGreaterThanOrEqual(4)
    expect(stage.dialogue.said.flatMap((one) => faults(incoming, one))).toEqual([])
  })
})

async function begun(url: string): Promise<string> {
  const response = await fetch(`${url}/api/chat/conversations`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  return ((await response.json()) as { token: string }).token
}

function faults(contract: z.ZodType, value: unknown): string[] {
  const read = contract.safeParse(value)
  return read.success ? [] : [`${JSON.stringify(value)}: ${z.prettifyError(read.error)}`]
}
