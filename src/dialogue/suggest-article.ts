import { newConversation } from '#conversation/conversation.ts'
import type { ChannelName, Language } from '#conversation/events.ts'
import type { ArticlePart, Understanding } from '#conversation/findings.ts'
import type { Calendar } from '#handoff/calendar.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { plainText } from '#knowledge/plain-text.ts'
import { renderText } from '#knowledge/render-text.ts'
import type { Clock } from '#platform/clock.ts'
import { renderingOf } from './compose/rendering-of.ts'
import { deskHours } from './compose/slot-words.ts'
import { templateOf } from './compose/template-of.ts'
import type { Interpret } from './interpret.ts'
import type { Registers } from './ports.ts'
import { readSwitches } from './switches.ts'

/** What an article says to a citizen's text, for staff to send or not. `text` is plain, as long as the channel allows. */
export type Suggestion = ArticlePart & { title: string; text: string }
export type Asked = { text: string; language: Language; channel: ChannelName }
export type Suggest = (asked: Asked) => Promise<Suggestion | null>

/** Reads a text as the bot would, by itself: sure of an article, or no suggestion. Never one in a crisis. */
export function suggestArticle(deps: {
  kb: KnowledgeBase
  interpret: Interpret
  registers: Registers
  calendar: () => Promise<Calendar>
  clock: Clock
}): Suggest {
  const { kb, interpret, registers, calendar, clock } = deps
  return async ({ text, language, channel }) => {
    const said = { via: 'typed' } as const
    const utterance = { id: '', channel, address: '', said, masked: [], phone: 'none' } as const
    const { understanding } = await interpret({ ...newConversation, language, channel }, [
      { utterance, text },
    ])
    const part = articleIn(understanding)
    const article = part && kb.articles.get(part.articleId)?.[language]
    if (!part || !article) return null
    const { articlesOff } = await readSwitches(registers)
    if (articlesOff.has(part.articleId)) return null
    const at = clock.now()
    const rendering = renderingOf(channel)
    const { version, title } = article
    const template = templateOf(kb, { from: 'article', ...part, version }, language, rendering)
    const words = renderText(template, {
      facts: kb.facts,
      language,
      rendering,
      year: Number(at.slice(0, 4)),
      slots: deskHours(await calendar(), part.articleId, kb, language, at),
    })
    return { ...part, version, title, text: rendering === 'web' ? plainText(words) : words }
  }
}

// Only these are sure of one article. In doubt between two the bot asks back; whoever reads along knows which it is.
function articleIn(found: Understanding): ArticlePart | null {
  if (found.kind === 'answer') return found.articles[0]
  if (found.kind === 'human' || found.kind === 'own-case' || found.kind === 'decision')
    return found.article
  return null
}
