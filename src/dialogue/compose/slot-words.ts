import type { Language, Saying, SlotValue } from '#conversation/events.ts'
import type { PersonalStore } from '#dialogue/ports.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { closesAt, nextOpening } from '#handoff/open-times.ts'
import { sayClosedDay } from '#handoff/say-closed-day.ts'
import { sayWeek } from '#handoff/say-week.ts'
import { sayInstant, sayInstantShort, saySlot } from '#handoff/say-when.ts'
import type { KnowledgeBase, Rendering } from '#knowledge/knowledge-base.ts'
import { topicName } from './choice-label.ts'
import { words } from './words.ts'

export type SlotWorlds = {
  kb: KnowledgeBase
  personal: PersonalStore
  calendar: () => Promise<Calendar>
  staffName(staffId: string): Promise<string>
}

/** The values of a saying's slots in words, relative to the instant at which it is said. */
export async function slotWords(
  deps: SlotWorlds,
  conversationId: string,
  saying: Saying,
  language: Language,
  rendering: Rendering,
  at: string,
): Promise<Readonly<Record<string, string>>> {
  if (saying.from === 'article')
    return deskHours(await deps.calendar(), saying.articleId, deps.kb, language, at)
  const words = await Promise.all(
    Object.entries(saying.slots).map(async ([name, value]) => [
      name,
      await wordOf(deps, conversationId, value, language, rendering, at),
    ]),
  )
  return Object.fromEntries(words)
}

/** A reference as it is read aloud and written: in pairs. */
export function inPairs(reference: string): string {
  return reference.match(/\d{1,2}/g)?.join(' ') ?? reference
}

async function wordOf(
  deps: SlotWorlds,
  conversationId: string,
  value: SlotValue,
  language: Language,
  rendering: Rendering,
  at: string,
): Promise<string> {
  switch (value.kind) {
    case 'instant':
      return sayInstant(value.at, at, language)
    case 'slot':
      return saySlot(value.slot, at, language)
    case 'closed-day':
      return sayClosedDay(value.date, at, language)
    case 'number':
      return String(value.number)
    case 'reference':
      return inPairs(value.reference)
    case 'staff':
      return deps.staffName(value.staffId)
    case 'reply':
      return nested(deps.kb, value.reply, value.count, language, rendering)
    case 'topic':
      return topicName(deps.kb, value.articleId, language)
    case 'name':
      return value.name
    case 'phone-end':
      return numberEnd(deps.personal, conversationId, value.utteranceId)
  }
}

function nested(
  kb: KnowledgeBase,
  name: string,
  count: number,
  language: Language,
  rendering: Rendering,
): string {
  const [intent = '', reply = ''] = name.split('.')
  const text = kb.intents.get(intent)?.replies.get(reply)?.text[language]
  return (text?.[rendering] ?? text?.web ?? '').replace('{{count}}', String(count))
}

/** The last two digits of a number: enough to recognise one's own. */
export async function numberEnd(
  personal: PersonalStore,
  conversationId: string,
  of: string,
): Promise<string> {
  return (await personal.get(conversationId, of, 'phone'))?.slice(-2) ?? '··'
}

/** What an article on opening hours says of now. */
export function deskHours(
  calendar: Calendar,
  articleId: string,
  kb: KnowledgeBase,
  language: Language,
  at: string,
): Record<string, string> {
  const asked = kb.articles.get(articleId)?.queue ?? ''
  const queue = calendar.queues.get(asked) ?? calendar.queues.get(calendar.defaultQueue)
  if (!queue) return {}
  return {
    hours: sayWeek(queue, language),
    'open-now': standingNow(calendar, queue.id, language, at),
  }
}

function standingNow(calendar: Calendar, queue: string, language: Language, at: string): string {
  const { 'open-now': open, 'closed-now': closed } = words[language]
  const closes = closesAt(calendar, queue, at)
  if (closes) return open.replace('{when}', sayInstantShort(closes, at, language))
  const opens = nextOpening(calendar, queue, at)
  return opens ? closed.replace('{when}', sayInstant(opens, at, language)) : ''
}
