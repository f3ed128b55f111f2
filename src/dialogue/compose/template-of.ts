import type { Language, Saying } from '#conversation/events.ts'
import type { Article, KnowledgeBase, Rendering } from '#knowledge/knowledge-base.ts'
import { AppError } from '#platform/errors.ts'

/** The curated text of a saying, its facts and slots still to be filled in. */
export function templateOf(
  kb: KnowledgeBase,
  saying: Saying,
  language: Language,
  rendering: Rendering,
): string {
  if (saying.from === 'article')
    return partOf(kb.articles.get(saying.articleId), language, saying.part)[rendering]
  const text = kb.intents.get(saying.intent)?.replies.get(saying.reply)?.text[language]
  return text?.[rendering] ?? text?.web ?? missing(saying.intent, saying.reply)
}

function missing(intent: string, reply: string): never {
  throw new AppError(
    'internal-error',
    `There is no text for ${intent}.${reply}.`,
    'Write it in intents/, or correct the name in the decision.',
  )
}

function partOf(article: Article | undefined, language: Language, name: string) {
  const parts = article?.[language].parts ?? []
  return parts.find((part) => part.name === name) ?? parts[0] ?? { web: '', sms: '', spoken: '' }
}
