import type { ArticlePart } from '#conversation/findings.ts'
import type { Turn } from './turn.ts'

/** The part of an article that a text asks for, in the version of the turn's language. */
export function partFor(turn: Turn, text: string, articleId: string): ArticlePart {
  return articlePart(turn, articleId, turn.reader.rankParts(text, articleId)[0]?.part ?? 'main')
}

/** The named part, or the main one where this article has none of that name. */
export function articlePart({ kb, language }: Turn, articleId: string, part: string): ArticlePart {
  const article = kb.articles.get(articleId)?.[language]
  const exists = article?.parts.some(({ name }) => name === part) ?? false
  return { articleId, version: article?.version ?? '', part: exists ? part : 'main' }
}
