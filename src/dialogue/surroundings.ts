import type { Conversation } from '#conversation/conversation.ts'
import type { Understanding } from '#conversation/findings.ts'
import type { CuratedTexts, Surroundings } from '#conversation/surroundings.ts'
import type { Calendar } from '#handoff/calendar.ts'
import type { Presence } from '#handoff/presence.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import { deskState, queueOf } from './desk-state.ts'
import type { Registers, Views } from './ports.ts'
import { readSwitches } from './switches.ts'

export type SurroundingsDeps = {
  kb: KnowledgeBase
  calendar: () => Promise<Calendar>
  views: Views
  registers: Registers
  presence: Presence
  clock: Clock
  ids: Ids
}

/** Gathers what a decision may know of the world: the time, the desk, the switches, fresh ids. */
export function surroundingsFrom(deps: SurroundingsDeps) {
  const texts = curatedTexts(deps.kb)
  return async (
    conversationId: string,
    conversation: Conversation,
    found?: Understanding,
  ): Promise<Surroundings> => {
    const { kb, calendar, registers, clock, ids } = deps
    const at = clock.now()
    const { deskOff, ...switches } = await readSwitches(registers)
    const queue = queueOf(conversation, found, kb, await calendar())
    return {
      at,
      fresh: { replyId: ids.next(), reference: ids.reference() },
      desk: await deskState(deps, conversationId, queue, !deskOff, at),
      switches,
      texts,
    }
  }
}

function curatedTexts({ intents }: KnowledgeBase): CuratedTexts {
  const noticeInside = [...intents.values()].flatMap(({ id, replies }) =>
    [...replies].filter(([, reply]) => reply.noticeInside).map(([name]) => `${id}.${name}`),
  )
  return {
    intentVersions: new Map([...intents.values()].map(({ id, version }) => [id, version])),
    noticeInside: new Set(noticeInside),
  }
}
