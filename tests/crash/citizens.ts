import type { Incoming } from '#dialogue/dialogue.ts'
import type { House } from '#house'

export type CitizenName = keyof typeof citizens

const citizens = {
  web: { channel: 'web-chat', address: 'web:first', language: 'da' },
  sms: { channel: 'sms', address: 'sms:second', language: 'da', number: '+4520000124' },
} as const

/** Says it as a page or a provider would: it starts a conversation only where there is none. */
export async function says(
  { engine }: House,
  name: CitizenName,
  message: Pick<Incoming, 'messageId' | 'text' | 'said'>,
): Promise<void> {
  const { dialogue } = engine
  const citizen = citizens[name]
  const { channel, address } = citizen
  const conversationId = (await dialogue.find(address)) ?? (await dialogue.start(citizen))
  const received = await dialogue.receive(conversationId, { channel, address, ...message })
  if (received.state === 'refused') throw new Error(`"${message.text}" refused: ${received.why}`)
}

export async function conversationOf({ engine }: House, name: CitizenName): Promise<string> {
  const found = await engine.dialogue.find(citizens[name].address)
  if (!found) throw new Error(`the conversation of ${name} is gone`)
  return found
}

export function citizenNames(): readonly CitizenName[] {
  return ['web', 'sms']
}
