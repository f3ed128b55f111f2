import type { Language } from '#conversation/events.ts'
import type { Content } from '#knowledge/content.ts'
import { countSegments, type Segments } from '#platform/sms-segments.ts'
import type { RenderedSite } from './rendered-sites.ts'
import type { Tone } from './tone.ts'

const NOTICE = 'notice'

/** What an SMS costs as a first answer: with the line in front that says that a machine writes. */
export function smsCost(site: RenderedSite, content: Content, tone: Tone): Segments {
  const bare = countSegments(site.out)
  if (saysItself(site)) return bare
  const notice = noticeOf(content, site.language) ?? 'x'.repeat(tone.aiLine - 1)
  return countSegments(`${notice}\n${site.out}`)
}

/** The AI line in this language, without its line break. */
export function noticeOf({ intents }: Content, language: Language): string | undefined {
  const conversation = intents.find(({ meta }) => meta.id === 'conversation')
  return conversation?.meta.replies?.[NOTICE]?.[language].sms?.trimEnd()
}

function saysItself(site: RenderedSite): boolean {
  return site.of === 'intent' && site.intent.meta.replies?.[site.name]?.notice_inside === true
}
