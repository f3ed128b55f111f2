import type { Choice, Language } from '#conversation/events.ts'
import { saySlot } from '#handoff/say-when.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { words } from './words.ts'

/** What stands on the button, and what becomes of it as the citizen's words. */
export function choiceLabel(
  kb: KnowledgeBase,
  choice: Choice,
  language: Language,
  at: string,
): string {
  const article = /^article:([^#]+)#(.+)$/.exec(choice)
  if (article) return topicName(kb, article[1] ?? '', language)
  const slot = /^slot:([^/]+)\/(.+)$/.exec(choice)
  if (slot) return upperFirst(saySlot({ from: slot[1] ?? '', to: slot[2] ?? '' }, at, language))
  return words[language][choice as Exclude<Choice, `${string}:${string}`>]
}

/** The question that a part answers, as a button. */
export function partQuestion(
  kb: KnowledgeBase,
  articleId: string,
  part: string,
  language: Language,
) {
  return kb.articles.get(articleId)?.[language].parts.find(({ name }) => name === part)?.asks
}

/** What a topic is called when it is not the answer itself. */
export function topicName(kb: KnowledgeBase, articleId: string, language: Language): string {
  return (
    kb.intents.get(articleId)?.choice[language] ??
    kb.articles.get(articleId)?.[language].title ??
    articleId
  )
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
