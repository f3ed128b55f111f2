import { type Conversation, hasOpenCallback } from '#conversation/conversation.ts'
import { duesOfUtterance } from '#conversation/due-times.ts'
import type { Said, Utterance } from '#conversation/events.ts'
import { conversationOf } from '#dialogue/conversation-of.ts'
import type { Incoming, Received } from '#dialogue/dialogue.ts'
import type { EventLog, PersonalStore, PersonalValue } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import { clean } from './clean.ts'
import type { Mask } from './mask.ts'
import { maskWithEarlier } from './mask-with-earlier.ts'
import { takePhone } from './take-phone.ts'

type Deps = { log: EventLog; personal: PersonalStore; mask: Mask; clock: Clock; ids: Ids }

/** Cleans, masks and records one incoming utterance; whoever is told "recorded" can rely on it. */
export async function receive(
  deps: Deps,
  conversationId: string,
  incoming: Incoming,
): Promise<Received> {
  const { log, clock, ids } = deps
  const before = (await log.read(conversationId)).map(({ event }) => event)
  const conversation = await conversationOf(log, conversationId)
  const receivedAs = `${incoming.address}:${incoming.messageId}`
  if (conversation.handledBy === 'nobody') {
    // What a provider repeats after the end is no new matter.
    if (await log.hasReceived(receivedAs)) return { state: 'repeated' }
    return { state: 'refused', why: 'closed' }
  }
  const text = clean(incoming.text)
  if (text === '') return { state: 'refused', why: 'empty' }
  const id = ids.next()
  const phone = phoneIn(conversation, incoming, text)
  if (incoming.said.via === 'form' && phone.state !== 'given')
    return { state: 'refused', why: 'phone' }
  const at = clock.now()
  const { language } = conversation
  const hidden = await maskWithEarlier(deps, conversationId, before, {
    at,
    text: phone.rest,
    language,
  })
  const { channel, address } = incoming
  const utterance: Utterance = {
    id,
    channel,
    address,
    said: saidOf(incoming),
    masked: hidden.masked,
    phone: phone.state,
  }
  const personal: PersonalValue[] = [
    { of: id, field: 'text', value: hidden.text },
    ...hidden.earlier,
  ]
  if (phone.state === 'given') personal.push({ of: id, field: 'phone', value: phone.number })
  const outcome = await log.record(conversationId, {
    events: [{ type: 'utterance-received', at, utterance }],
    personal,
    dues: duesOfUtterance(channel, at),
    receivedAs,
  })
  if (outcome === 'repeated') return { state: 'repeated' }
  return { state: 'recorded', utteranceId: id, text: hidden.text }
}

type Phone =
  | { state: 'none'; rest: string }
  | { state: 'given'; number: string; rest: string }
  | { state: 'refused'; rest: string }

/** A number is taken only where one was asked for; elsewhere it is masked like any other. */
function phoneIn(conversation: Conversation, { said }: Incoming, text: string): Phone {
  if (said.via === 'form') {
    const taken = takePhone(said.phone)
    return taken.state === 'given' ? { ...taken, rest: text } : { state: 'refused', rest: text }
  }
  const { asks } = conversation
  const asked =
    asks.for === 'callback' || asks.for === 'callback-number' || asks.for === 'callback-slot'
  if (said.via !== 'typed' || !(asked || hasOpenCallback(conversation)))
    return { state: 'none', rest: text }
  const taken = takePhone(text)
  return taken.state === 'refused' && asks.for !== 'callback-number'
    ? { state: 'none', rest: text }
    : taken
}

function saidOf({ said }: Incoming): Said {
  return said.via === 'form' ? { via: 'form', slot: said.slot } : said
}
