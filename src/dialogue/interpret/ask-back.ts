import { articlePart } from './article-part.ts'
import type { Step } from './turn.ts'
import { plain } from './words.ts'

/** "pas" alone does not say which of our articles on it: ask, as the intents themselves say. */
export const askBack: Step = (turn) => {
  const words = plain(turn.text)
    .split(' ')
    .filter((word) => turn.reader.topicsOf(word).size > 0)
  if (words.length === 0 || words.length > 3) return undefined
  for (const { id, asksBack } of turn.kb.intents.values()) {
    if (!asksBack) continue
    const only = asksBack.whenOnly.map(plain)
    if (!words.every((word) => only.includes(word))) continue
    const articles = asksBack.between.filter((topic) => turn.kb.articles.has(topic))
    if (articles.length < 2) continue
    return {
      understanding: {
        kind: 'choose',
        articles: articles.slice(0, 3).map((a) => articlePart(turn, a, 'main')),
      },
      intent: id,
      score: 1,
    }
  }
  return undefined
}
