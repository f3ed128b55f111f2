import type { Choice } from '#conversation/events.ts'
import { articlePart } from './article-part.ts'
import type { Turn } from './turn.ts'

/** A choice and the article that it leads to, in the version of now. */
export function chosen(turn: Turn, choice: Choice) {
  const [, articleId, part] = articleChoice.exec(choice) ?? []
  const isThere = articleId !== undefined && turn.kb.articles.has(articleId)
  const article = isThere ? articlePart(turn, articleId, part ?? 'main') : null
  return { kind: 'chosen', choice, article } as const
}

export function articleOf(choice: Choice): string | undefined {
  return articleChoice.exec(choice)?.[1]
}

const articleChoice = /^article:([^#]+)#(.+)$/
