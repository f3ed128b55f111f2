import type { ArticlePart } from '#conversation/findings.ts'
import { articlePart, partFor } from './article-part.ts'
import type { Reached, Turn } from './turn.ts'
import { countWords, mentions, plain } from './words.ts'

/** A related topic that one of the words is typical of: "børn" leads from a passport to a child's passport. */
export function neighbourNamedIn(turn: Turn, articleId: string): string | undefined {
  const { kb, reading } = turn
  return (kb.articles.get(articleId)?.related ?? [])
    .filter((id) => kb.articles.has(id) && speaksFor(turn, id, articleId))
    .filter((id) => reading.confidenceIn(id) >= reading.confidenceIn(articleId))
    .sort((a, b) => reading.confidenceIn(b) - reading.confidenceIn(a))[0]
}

/** The words of a message that speak for this topic and against the last one. */
export function speaksFor(turn: Turn, id: string, lastId: string): boolean {
  const topics = [...turn.kb.articles.keys()]
  return plain(turn.text)
    .split(' ')
    .some((word) => {
      const shares = turn.reader.topicsOf(word)
      const share = shares.get(id) ?? 0
      // "vi" is everywhere, whatever its share is here.
      const isEverywhere = topics.length > FEW_TOPICS && shares.size > EVERYWHERE * topics.length
      return (
        !isEverywhere &&
        share >= TYPICAL_SHARE &&
        share >= TYPICAL_RATIO * (shares.get(lastId) ?? 0)
      )
    })
}

/** A word is typical of a topic when it is in this share of its texts, and this many times rarer in the last topic's. */
const TYPICAL_SHARE = 0.05
const TYPICAL_RATIO = 4
const EVERYWHERE = 0.8
const FEW_TOPICS = 5

/** "hvad med kørekort?" after a price asks for that price, unless the words ask for a part of their own. */
export function switchTo(turn: Turn, articleId: string, lastPart: string, score: number): Reached {
  const isBare = countWords(turn.text) <= BARE && mentions(turn.text, 'same-about')
  const part = isBare ? articlePart(turn, articleId, lastPart) : partFor(turn, turn.text, articleId)
  return answer([part], articleId, score)
}

const BARE = 5

export function answer(articles: readonly [ArticlePart], intent: string, score: number): Reached {
  return { understanding: { kind: 'answer', articles }, intent, score }
}
