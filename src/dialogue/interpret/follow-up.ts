import type { ArticlePart } from '#dialogue/findings.ts'
import { articlePart, partFor } from './article-part.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step, Turn } from './turn.ts'
import { countWords, plain, wordsFor } from './words.ts'

/** A few words that only make sense after the last answer: "og hvad koster det?", "hvad med børn?". */
export const followUp: Step = (turn): Reached | undefined => {
  const { topic } = turn.conversation
  if (!topic || !turn.kb.articles.has(topic.articleId) || countWords(turn.text) > LONGEST)
    return undefined
  const own = turn.reading.topics[0]
  const isElsewhere =
    own && own.label !== topic.articleId && own.confidence >= thresholds.switchTopic
  if (isElsewhere) return switchTo(turn, own.label, topic.part, own.confidence)
  const fresh = newWords(turn, topic.articleId)
  if (fresh.length === 0) return stay(turn, topic.articleId)
  const neighbour = neighbourNamedBy(turn, topic.articleId, fresh)
  if (neighbour) return switchTo(turn, neighbour, topic.part, thresholds.switchTopic)
  return undefined
}

const LONGEST = 9
/** Words of at least this many topics say nothing about which one is meant. */
const COMMON_TOPICS = 3

/** Words that neither everybody uses nor the topic of the conversation. */
function newWords({ text, reader }: Turn, articleId: string): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => {
      const topics = reader.topicsOf(word)
      return topics.size < COMMON_TOPICS && !topics.has(articleId) && !leaning.has(word)
    })
}

const leaning = new Set(wordsFor('leaning').flatMap((phrase) => phrase.split(' ')))

function stay(turn: Turn, articleId: string): Reached | undefined {
  const best = turn.reader.rankParts(turn.text, articleId)[0]
  if (!best) return undefined
  return answer([articlePart(turn, articleId, best.part)], articleId, best.confidence)
}

/** A related topic that the new words belong to. */
function neighbourNamedBy({ kb, reader, reading }: Turn, articleId: string, words: string[]) {
  const related = kb.articles.get(articleId)?.related ?? []
  return related
    .filter((id) => kb.articles.has(id) && words.every((word) => reader.topicsOf(word).has(id)))
    .sort((a, b) => reading.confidenceIn(b) - reading.confidenceIn(a))[0]
}

/** "hvad med kørekort?" after a price asks for that price, unless the words ask for a part of their own. */
function switchTo(turn: Turn, articleId: string, lastPart: string, score: number): Reached {
  const isBare =
    /^(og |hvad |what |how |med |about |så |and )+/.test(plain(turn.text)) &&
    countWords(turn.text) <= 4
  const part = isBare ? articlePart(turn, articleId, lastPart) : partFor(turn, turn.text, articleId)
  return answer([part], articleId, score)
}

function answer(articles: readonly [ArticlePart], intent: string, score: number): Reached {
  return { understanding: { kind: 'answer', articles }, intent, score }
}
