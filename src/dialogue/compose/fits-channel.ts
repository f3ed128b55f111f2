import type { ChannelName, Language, Saying, SlotValue } from '#conversation/events.ts'
import type { Calendar } from '#handoff/calendar.ts'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { saySlot } from '#handoff/say-when.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { renderText } from '#knowledge/render-text.ts'
import { countSegments } from '#platform/sms-segments.ts'
import { joinPieces } from './join-pieces.ts'
import { renderingOf } from './rendering-of.ts'
import { deskHours } from './slot-words.ts'
import { templateOf } from './template-of.ts'

/** Two segments of GSM-7, each with its place in the row. */
const SMS_SEPTETS = 306
/** One answer and a sentence in front of it: more does not stay in an ear. */
const SPOKEN_WORDS = 45

/** Whether sayings can be said in one reply, as they will be worded at this instant. */
export function fitsChannel(
  { kb, calendar }: { kb: KnowledgeBase; calendar: Calendar },
  says: readonly Saying[],
  channel: ChannelName,
  language: Language,
  at: string,
): boolean {
  const rendering = renderingOf(channel)
  if (rendering === 'web') return true
  const { year } = inCopenhagen(at)
  const pieces = says.map((saying) => {
    const slots =
      saying.from === 'article'
        ? deskHours(calendar, saying.articleId, kb, language, at)
        : Object.fromEntries(
            Object.entries(saying.slots).map(([name, value]) => [name, about(value, language, at)]),
          )
    const template = templateOf(kb, saying, language, rendering)
    return renderText(template, { facts: kb.facts, language, rendering, year, slots })
  })
  const text = joinPieces(says, pieces, rendering)
  return rendering === 'sms' ? isTwoSegments(text) : text.split(/\s+/).length <= SPOKEN_WORDS
}

/** The words of a slot, or as many letters as such a value may have. */
function about(value: SlotValue, language: Language, at: string): string {
  if (value.kind === 'slot') return saySlot(value.slot, at, language)
  return value.kind === 'name' ? value.name : 'x'.repeat(LONGEST_VALUE)
}

const LONGEST_VALUE = 40

function isTwoSegments(text: string): boolean {
  const { encoding, units, segments } = countSegments(text)
  return encoding === 'gsm-7' && segments <= 2 && units <= SMS_SEPTETS
}
