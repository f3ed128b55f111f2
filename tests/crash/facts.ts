import type { ConversationEvent } from '#conversation/events.ts'
import type { Recorded } from '#dialogue/ports.ts'
import type { House } from '#house'
import { citizenNames, conversationOf } from './citizens.ts'

const ALL = 100_000

/**
 * Everything that was recorded and where it led, a sentence each, with texts in place of ids: two runs of the same story
 * have the same sentences, each as often. That a text was noted as sent is left out: it belongs to the sends in flight.
 */
export async function factsOf(house: House): Promise<readonly string[]> {
  const { storage, engine } = house
  const recorded = (await storage.log.after(0, ALL)).filter(
    ({ event }) => event.type !== 'delivery-reported',
  )
  const happened = await Promise.all(recorded.map((one) => sentence(house, one)))
  const standings = await Promise.all(
    citizenNames().map(async (name) => {
      const standing = await engine.dialogue.standing(await conversationOf(house, name))
      return plain(`${name} stands at ${JSON.stringify(standing)}`)
    }),
  )
  const { waiting, inDoubt, dead } = await storage.outbox.counts()
  return [...happened, ...standings, `outbox: ${waiting + inDoubt} unsent, ${dead} given up`]
}

async function sentence({ storage }: House, { conversationId, event }: Recorded): Promise<string> {
  const values = await storage.personal.all(conversationId)
  const { at: _, ...rest } = event
  // How sure the understanding was depends on whether it had learnt yet.
  let told = JSON.stringify(rest, (key, value) => (key === 'understood' ? undefined : value))
  for (const { of, field, value } of values) {
    if (field === 'card' || of === 'address') continue
    told = told.replaceAll(`"${of}"`, JSON.stringify(`${field} ${value}`))
  }
  return plain(`${channelOf(event)}${told}`)
}

function channelOf(event: ConversationEvent): string {
  return 'channel' in event ? `${event.channel}: ` : ''
}

/** References are random, and how long understanding took is nobody's concern here. */
function plain(text: string): string {
  return text.replaceAll(/\b\d\d \d\d \d\d \d\b|"\d{7}"/g, '#').replaceAll(/"ms":[\d.]+/g, '"ms":0')
}
