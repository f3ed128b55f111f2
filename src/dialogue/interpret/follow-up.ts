import { NO_ARTICLE, OUT_OF_SCOPE } from '#knowledge/search/samples.ts'
import { articlePart } from './article-part.ts'
import { isBare } from './bare.ts'
import { answer, neighbourNamedIn, speaksFor, switchTo } from './neighbour.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step, Turn } from './turn.ts'
import { countWords, mentions, plain } from './words.ts'

/** A few words that only make sense after the last answer: "og hvad koster det?", "hvad med børn?". */
export const followUp: Step = (turn): Reached | undefined => {
  const { topic } = turn.conversation
  if (!topic || !turn.kb.articles.has(topic.articleId)) return undefined
  if (countWords(turn.text) > LONGEST) return undefined
  if (isBare(turn.text)) return stay(turn, topic.articleId)
  const own = turn.reading.topics[0]
  if (own && own.label !== topic.articleId && own.confidence >= thresholds.switchTopic) {
    const isMeant =
      own.confidence >= thresholds.switchTopicBare || speaksFor(turn, own.label, topic.articleId)
    if (isMeant) return switchTo(turn, own.label, topic.part, own.confidence)
  }
  const neighbour = neighbourNamedIn(turn, topic.articleId)
  if (neighbour) return switchTo(turn, neighbour, topic.part, thresholds.switchTopic)
  return leansOn(turn, topic.articleId) ? stay(turn, topic.articleId) : undefined
}

const LONGEST = 9
/** Words of at least this many topics say nothing about which one is meant. */
const COMMON_TOPICS = 3
const PART_NAMED = 0.3

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
  // A part that is not asked for is no answer; what it is all about may be.
  const part = best.confidence >= PART_NAMED ? best.part : 'main'
  return answer([articlePart(turn, articleId, part)], articleId, best.confidence)
}
