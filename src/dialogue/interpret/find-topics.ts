import type { ArticlePart } from '#conversation/findings.ts'
import type { Reading } from '#knowledge/search/reading.ts'
import { articlePart, partFor } from './article-part.ts'
import { bandOf } from './band.ts'
import { splitQuestions } from './split-questions.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step, Turn } from './turn.ts'
import { mentions } from './words.ts'

/** The bands: answer when sure, offer two or three topics when in doubt between them, leave it otherwise. */
export const findTopics: Step = (turn) => readTwoQuestions(turn) ?? answerOrChoose(turn)

/** "Hvad koster et pas, og hvornår har I åbent?": two questions about different things, or parts of one. */
function readTwoQuestions(turn: Turn): Reached | undefined {
  const questions = splitQuestions(turn.text)
  const [whole] = turn.reading.topics
  const read = questions.map((question) => ({
    question,
    topics: turn.reader.read(question).topics,
  }))
  const sure = read.filter(({ topics: [best] }) => (best?.confidence ?? 0) >= thresholds.eachOfTwo)
  const found = read.flatMap(({ question, topics: [best, next] }) => {
    // Beside one that is sure the other need only be clear: without an answer it would be passed over in silence.
    const isSureOfIt = best && best.confidence >= thresholds.eachOfTwo
    const isClear =
      best &&
      sure.length > 0 &&
      best.confidence >= thresholds.besideSure &&
      best.confidence >= 2 * (next?.confidence ?? 0)
    if (isSureOfIt || isClear) return [partFor(turn, question, best.label)]
    // "… og hvornår kommer I?" does not name again what the message is about.
    if (!whole || whole.confidence < thresholds.eachOfTwo) return []
    const part = turn.reader.rankParts(question, whole.label)[0]
    const isSure = part && part.confidence >= thresholds.eachPart
    return isSure ? [articlePart(turn, whole.label, part.part)] : []
  })
  const [first, second] = found
  if (!first || !second || sameArticle(first, second)) return undefined
  const understanding = { kind: 'answer', articles: [first, second] } as const
  const score = turn.reading.confidenceIn(first.articleId)
  return { understanding, intent: first.articleId, score }
}

function sameArticle(a: ArticlePart, b: ArticlePart): boolean {
  return a.articleId === b.articleId && a.part === b.part
}

function answerOrChoose(turn: Turn): Reached | undefined {
  const reading = clearest(turn)
  const band = bandOf(reading, turn.reader.thresholdOf('answer'))
  const [best] = reading.topics
  if (!best || band === 'leave') return undefined
  const { label: intent, confidence: score } = best
  if (band === 'answer') {
    const articles = [partFor(turn, turn.text, intent)] as const
    return { understanding: { kind: 'answer', articles }, intent, score }
  }
  const others = reading.topics
    .slice(FEWEST_CHOICES, MAX_CHOICES)
    .filter(({ confidence }) => confidence >= thresholds.choose / 2)
  const articles = [...reading.topics.slice(0, FEWEST_CHOICES), ...others].map(({ label }) =>
    partFor(turn, turn.text, label),
  )
  if (articles.length < FEWEST_CHOICES) return undefined
  return { understanding: { kind: 'choose', articles }, intent, score }
}

const FEWEST_CHOICES = 2
const MAX_CHOICES = 3

/** The whole message, or its only question: what comes before a question may be about anything. */
function clearest({ text, reading, reader, sentences }: Turn): Reading {
  const questions = sentences.filter((sentence) => sentence.endsWith('?'))
  const [only] = questions
  if (!only || questions.length > 1) return reading
  // "Vi har en gammel sofa. Må den stå på fortovet?" asks about the sofa.
  if (mentions(only, 'leaning')) {
    const [before] = reader.read(text.slice(0, text.indexOf(only))).topics
    if (before && before.confidence >= thresholds.eachOfTwo) return reading
  }
  const alone = reader.read(only)
  const isSurer = (alone.topics[0]?.confidence ?? 0) > (reading.topics[0]?.confidence ?? 0)
  return isSurer ? alone : reading
}
