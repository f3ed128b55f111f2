import { awaitsBot, type Conversation, hasOpenCallback } from '#conversation/conversation.ts'
import { idleDues } from '#conversation/due-times.ts'
import type { Presence } from '#handoff/presence.ts'
import { sayHours, saySlot } from '#handoff/say-when.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import type { ActDeps } from './act.ts'
import { type AddressDoc, addressView } from './address-view.ts'
import { aheadOf } from './ahead-of.ts'
import type { ComposeDeps } from './compose/compose.ts'
import { inPairs } from './compose/slot-words.ts'
import { conversationOf } from './conversation-of.ts'
import { decideAndAct } from './decide-and-act.ts'
import { queueOf } from './desk-state.ts'
import type { Dialogue, Standing } from './dialogue.ts'
import { eraseConversation } from './erase-conversation.ts'
import { followConversation } from './follow-conversation.ts'
import { giveFeedback } from './give-feedback.ts'
import { opt } from './opt.ts'
import type { Views } from './ports.ts'
import { readTranscript } from './read-transcript.ts'
import type { Mask } from './receive/mask.ts'
import { receive } from './receive/receive.ts'
import type { Tail } from './tail.ts'
import type { Typing } from './typing.ts'

export type EngineDeps = ActDeps &
  ComposeDeps & {
    views: Views
    tail: Tail
    typing: Typing
    presence: Presence
    mask: Mask
    clock: Clock
    ids: Ids
  }

/** The engine as channels see it. */
export function createDialogue(deps: EngineDeps): Dialogue {
  const { log, views, clock, ids } = deps
  const addressed = async (address: string) => views.get<AddressDoc>(addressView, address)
  const dialogue: Dialogue = {
    async find(address) {
      return (await addressed(address))?.conversationId ?? undefined
    },
    async start({ channel, address, language, number }) {
      const conversationId = ids.next()
      const at = clock.now()
      const optedOut = (await addressed(address))?.optedOut ?? false
      await log.record(conversationId, {
        events: [
          { type: 'conversation-started', at, channel, address, language },
          ...(optedOut ? [{ type: 'opted-out', at, address } as const] : []),
        ],
        personal: number ? [{ of: 'address', field: 'phone', value: number }] : [],
        dues: idleDues(channel, at),
      })
      return conversationId
    },
    receive: (conversationId, incoming) => receive(deps, conversationId, incoming),
    async opt(address, way, incoming, number) {
      const { channel } = incoming
      const known = (await addressed(address))?.conversationId
      // A closed conversation may be erased, and with it the number to which the confirmation goes.
      const isOver = !known || (await conversationOf(log, known)).handledBy === 'nobody'
      const conversationId = isOver
        ? await dialogue.start({ channel, address, language: 'da', number })
        : known
      return opt(deps, conversationId, way, incoming)
    },
    async close(conversationId) {
      await decideAndAct(deps, conversationId, { type: 'citizen-closed' })
    },
    erase: (conversationId) => eraseConversation(deps, conversationId, clock.now()),
    async *follow(conversationId, afterPosition, signal) {
      for await (const recorded of followConversation(
        deps,
        conversationId,
        afterPosition,
        signal,
      )) {
        const { language } = await conversationOf(log, conversationId)
        yield await readTranscript(deps, recorded, language)
      }
    },
    async standing(conversationId) {
      return standingOf(deps, conversationId, await conversationOf(log, conversationId))
    },
    async hours(language) {
      const calendar = await deps.calendar()
      return sayHours(calendar, calendar.defaultQueue, clock.now(), language)
    },
    giveFeedback: (conversationId, feedback) => giveFeedback(deps, conversationId, feedback),
    citizenWrites: (conversationId) => deps.typing.note(conversationId, 'citizen'),
    onStaffWriting: (conversationId, listener) =>
      deps.typing.on(conversationId, ({ who, writing }) => {
        if (who === 'staff') listener(writing)
      }),
    async reportDelivery(conversationId, messageId, delivery, receivedAs) {
      // What has arrived has arrived, whatever is said later of where it is.
      if (await hasArrived(log, conversationId, messageId)) return
      const events = [{ type: 'delivery-reported', at: clock.now(), messageId, delivery }] as const
      await log.record(conversationId, { events, receivedAs })
    },
  }
  return dialogue
}

async function hasArrived(
  log: EngineDeps['log'],
  conversationId: string,
  messageId: string,
): Promise<boolean> {
  const recorded = await log.read(conversationId)
  return recorded.some(
    ({ event }) =>
      event.type === 'delivery-reported' &&
      event.messageId === messageId &&
      event.delivery.status === 'delivered',
  )
}

async function standingOf(
  deps: EngineDeps,
  conversationId: string,
  c: Conversation,
): Promise<Standing> {
  const at = deps.clock.now()
  const calendar = await deps.calendar()
  const { language, callback } = c
  const queue = queueOf(c, undefined, deps.kb, calendar)
  return {
    handledBy: c.handledBy,
    thinking: awaitsBot(c) && c.handledBy === 'bot',
    language,
    ahead: c.handledBy === 'queue' ? await aheadOf(deps.views, conversationId, queue) : null,
    reference: c.handoff?.reference ? inPairs(c.handoff.reference) : null,
    holderName: c.holder ? await deps.staffName(c.holder) : null,
    callback:
      callback && hasOpenCallback(c)
        ? {
            reference: inPairs(callback.reference),
            slot: callback.slot,
            when: saySlot(callback.slot, at, language),
          }
        : null,
    hours: sayHours(calendar, queue, at, language),
    erased: c.erased,
  }
}
