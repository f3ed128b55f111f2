import type { ArticlePart } from '#conversation/findings.ts'
import type { Reading } from '#knowledge/search/reading.ts'
import { partFor } from './article-part.ts'
import { namesNoTopic } from './bare.ts'
import { neighbourNamedIn } from './neighbour.ts'
import { isAllAboutADay } from './read-slot.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step, Turn } from './turn.ts'
import { wishedDay } from './wished-day.ts'
import { countWords, isOneOf, mentions, plain } from './words.ts'

/** Somebody in danger or despair now. Wins over everything. */
export const guardCrisis: Step = (turn) => {
  if (isShortAnswer(turn.text)) return undefined
  // "i morgen kl. 16" answers when to call.
  if (turn.conversation.asks.for.startsWith('callback') && isAllAboutADay(turn.text))
    return undefined
  const { score, reading } = surest(turn, 'crisis')
  if (score < turn.reader.thresholdOf('crisis')) return undefined
  // "asdfgh" has nothing of a cry for help in it, whatever the sums say; "hjlp" has.
  const isScrap = turn.reader.familiarity(turn.text) < thresholds.readable
  if (isScrap && score < thresholds.crisisInScraps) return undefined
  if (score < thresholds.crisisInFollowUp && isBareFollowUp(turn)) return undefined
  const intent = reading.ranked.find(({ label }) => label.startsWith('crisis-'))?.label ?? ''
  return { understanding: { kind: 'crisis', intent, article: besides(turn) }, intent, score }
}

/** A person is wanted: wins over topics, own case and decision. */
export const guardHuman: Step = (turn) => {
  const reached = guard(turn, 'human')
  if (reached?.understanding.kind !== 'human') return reached
  // "Kan I ringe mandag?": on that day we may be closed.
  const day = wishedDay(turn.text, turn.now)
  return day === undefined
    ? reached
    : { ...reached, understanding: { ...reached.understanding, day } }
}
/** About the citizen's own case, which only staff and self-service can see. */
export const guardOwnCase: Step = (turn) => guard(turn, 'own-case')
/** A ruling is asked for, which only a person may give. */
export const guardDecision: Step = (turn) => guard(turn, 'decision')

/** "B", "2", "ja": a press, a letter or an answer to what was asked is nobody's cry for help. */
function isShortAnswer(text: string): boolean {
  return plain(text).length <= 1 || shortAnswers.some((name) => isOneOf(text, name))
}

const shortAnswers = ['first', 'second', 'third', 'yes', 'no']

/** Three words and "og" after an answer say too little to be a cry for help. */
function isBareFollowUp(turn: Turn): boolean {
  const { topic } = turn.conversation
  const isBare = countWords(turn.text) <= 3 && mentions(turn.text, 'same-about')
  return isBare && topic !== null && neighbourNamedIn(turn, topic.articleId) !== undefined
}

function guard(turn: Turn, intent: Guarded): Reached | undefined {
  // "nr. 2" as the first thing that is said is about nothing yet.
  if (intent !== 'human' && turn.conversation.topic === null && namesNoTopic(turn.text))
    return undefined
  const { score } = surest(turn, intent)
  if (score < turn.reader.thresholdOf(intent)) return undefined
  // "Hvornår får jeg svar, og bliver det et ja?" is more the one than the other.
  if (GUARDED.some((other) => surest(turn, other).score > score)) return undefined
  const topic = turn.reading.topics[0]?.confidence ?? 0
  if (score < CERTAIN && topic > FAR_AHEAD * score) return undefined
  return { understanding: { kind: intent, article: besides(turn) }, intent, score }
}

const GUARDED = ['human', 'own-case', 'decision'] as const
type Guarded = (typeof GUARDED)[number]
const CERTAIN = 0.5
/** In doubt the topic has it only when it is this much surer: to be told the rules is no answer to "where is my case". */
const FAR_AHEAD = 4
/** A sentence without its neighbours says less than it seems to. */
const SENTENCE_WEIGHT = 0.8

/** The reading that is surest of a guard: of everything that was said, or of one sentence in it. */
function surest(turn: Turn, label: string): { score: number; reading: Reading } {
  let best = { score: turn.reading.confidenceIn(label), reading: turn.reading }
  for (const sentence of turn.sentences) {
    const reading = turn.reader.read(sentence)
    const score = SENTENCE_WEIGHT * reading.confidenceIn(label)
    if (score > best.score) best = { score, reading }
  }
  return best
}

/** The topic that the turn is about as well, so that staff and the reply know. */
function besides(turn: Turn): ArticlePart | null {
  const best = turn.reading.topics[0]
  if (best && best.confidence >= turn.reader.thresholdOf('answer'))
    return partFor(turn, turn.text, best.label)
  return null
}
