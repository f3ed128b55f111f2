import type { ArticlePart } from '#dialogue/findings.ts'
import { NO_ARTICLE, OUT_OF_SCOPE } from '#knowledge/search/samples.ts'
import { articlePart, partFor } from './article-part.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step, Turn } from './turn.ts'
import { countWords, mentions, plain } from './words.ts'

/** A few words that only make sense after the last answer: "og hvad koster det?", "hvad med børn?". */
export const followUp: Step = (turn): Reached | undefined => {
  const { topic } = turn.conversation
  if (!topic || !turn.kb.articles.has(topic.articleId)) return undefined
  if (countWords(turn.text) > LONGEST) return undefined
  const own = turn.reading.topics[0]
  if (own && own.label !== topic.articleId && own.confidence >= thresholds.switchTopic) {
    return switchTo(turn, own.label, topic.part, own.confidence)
  }
  const neighbour = neighbourNamedIn(turn, topic.articleId)
  if (neighbour) return switchTo(turn, neighbour, topic.part, thresholds.switchTopic)
  return leansOn(turn, topic.articleId) ? stay(turn, topic.articleId) : undefined
}

const LONGEST = 9
/** Words of at least this many topics say nothing about which one is meant. */
const COMMON_TOPICS = 3
/** A word belongs to a topic when it is in this share of its texts, and this many times rarer in the last topic's. */
const TYPICAL_SHARE = 0.05
const TYPICAL_RATIO = 4
const PART_NAMED = 0.3

/** A related topic that one of the words is typical of. */
function neighbourNamedIn({ kb, reader, reading, text }: Turn, articleId: string) {
  const isTypical = (word: string, id: string) => {
    const shares = reader.topicsOf(word)
    const share = shares.get(id) ?? 0
    return share >= TYPICAL_SHARE && share >= TYPICAL_RATIO * (shares.get(articleId) ?? 0)
  }
  const words = plain(text).split(' ')
  return (kb.articles.get(articleId)?.related ?? [])
    .filter((id) => kb.articles.has(id) && words.some((word) => isTypical(word, id)))
    .filter((id) => reading.confidenceIn(id) >= reading.confidenceIn(articleId))
    .sort((a, b) => reading.confidenceIn(b) - reading.confidenceIn(a))[0]
}

/** Nothing in it is new, or what is new hangs on "det" and asks for a part that the article has. */
function leansOn({ text, reader, reading }: Turn, articleId: string): boolean {
  const fresh = plain(text)
    .split(' ')
    .filter((word) => {
      const topics = reader.topicsOf(word)
      return topics.size < COMMON_TOPICS && !topics.has(articleId)
    })
  if (fresh.length === 0) return true
  const isElsewhere = Math.max(reading.confidenceIn(NO_ARTICLE), reading.confidenceIn(OUT_OF_SCOPE))
  if (isElsewhere >= thresholds.outOfScope || !mentions(text, 'leaning')) return false
  return (reader.rankParts(text, articleId)[0]?.confidence ?? 0) >= PART_NAMED
}

function stay(turn: Turn, articleId: string): Reached | undefined {
  const best = turn.reader.rankParts(turn.text, articleId)[0]
  if (!best) return undefined
  return answer([articlePart(turn, articleId, best.part)], articleId, best.confidence)
}

/** "hvad med kørekort?" after a price asks for that price, unless the words ask for a part of their own. */
function switchTo(turn: Turn, articleId: string, lastPart: string, score: number): Reached {
  const isBare = countWords(turn.text) <= BARE && mentions(turn.text, 'same-about')
  const part = isBare ? articlePart(turn, articleId, lastPart) : partFor(turn, turn.text, articleId)
  return answer([part], articleId, score)
}

const BARE = 5

function answer(articles: readonly [ArticlePart], intent: string, score: number): Reached {
  return { understanding: { kind: 'answer', articles }, intent, score }
}
