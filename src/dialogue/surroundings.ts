import type { Conversation } from '#conversation/conversation.ts'
import type { Language } from '#conversation/events.ts'
import type { Understanding } from '#conversation/findings.ts'
import type { CuratedTexts, Surroundings } from '#conversation/surroundings.ts'
import type { Calendar } from '#handoff/calendar.ts'
import type { Presence } from '#handoff/presence.ts'
import type { ArticleText, KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import { fitsChannel } from './compose/fits-channel.ts'
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
  /** Open minutes after which somebody has waited too long. */
  waitLimitMinutes: number
}

/** Gathers what a decision may know of the world: the time, the desk, the switches, fresh ids. */
export function surroundingsFrom(deps: SurroundingsDeps) {
  const curated = curatedTexts(deps.kb)
  return async (
    conversationId: string,
    conversation: Conversation,
    found?: Understanding,
  ): Promise<Surroundings> => {
    const { kb, registers, clock, ids } = deps
    const at = clock.now()
    const { deskOff, ...switches } = await readSwitches(registers)
    const calendar = await deps.calendar()
    const queue = queueOf(conversation, found, kb, calendar)
    const since = conversation.handoff?.queuedAt ?? null
    const fits: CuratedTexts['fits'] = (says, channel, language) =>
      fitsChannel({ kb, calendar }, says, channel, language, at)
    return {
      at,
      fresh: { replyId: ids.next(), reference: ids.reference() },
      desk: await deskState(deps, conversationId, queue, since, !deskOff, at),
      switches,
      texts: { ...curated, fits },
    }
  }
}

function curatedTexts({ articles, intents }: KnowledgeBase): Omit<CuratedTexts, 'fits'> {
  const noticeInside = [...intents.values()].flatMap(({ id, replies }) =>
    [...replies].filter(([, reply]) => reply.noticeInside).map(([name]) => `${id}.${name}`),
  )
  return {
    intentVersions: new Map([...intents.values()].map(({ id, version }) => [id, version])),
    articleVersions: new Map(
      [...articles.values()].map(({ id, da, en }) => [
        id,
        { ...published('da', da), ...published('en', en) },
      ]),
    ),
    noticeInside: new Set(noticeInside),
  }
}

function published(language: Language, { status, version }: ArticleText) {
  return status === 'published' ? { [language]: version } : {}
}
