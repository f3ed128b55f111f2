import { articlePart, partFor } from './article-part.ts'
import { splitQuestions } from './split-questions.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step, Turn } from './turn.ts'

/** The bands: answer when sure, offer two or three topics when in doubt between them, leave it otherwise. */
export const findTopics: Step = (turn) => {
  const [first, second] = splitQuestions(turn.text).flatMap((question) => {
    const best = turn.reader.read(question).topics[0]
    return best && best.confidence >= thresholds.answer ? [partFor(turn, question, best.label)] : []
  })
  if (first && second && (first.articleId !== second.articleId || first.part !== second.part)) {
    const score = turn.reading.confidenceIn(first.articleId)
    return {
      understanding: { kind: 'answer', articles: [first, second] },
      intent: first.articleId,
      score,
    }
  }
  return answerOrChoose(turn)
}

function answerOrChoose(turn: Turn): Reached | undefined {
  const readings = [turn.text, ...turn.sentences].map((text) => ({
    text,
    topics: turn.reader.read(text).topics,
  }))
  readings.sort((a, b) => (b.topics[0]?.confidence ?? 0) - (a.topics[0]?.confidence ?? 0))
  const [clearest] = readings
  const [best, next] = clearest?.topics ?? []
  if (!clearest || !best) return undefined
  const isClose = (next?.confidence ?? 0) >= best.confidence * thresholds.close
  if (best.confidence >= thresholds.answer && !isClose) {
    const article = partFor(turn, turn.text, best.label)
    return {
      understanding: { kind: 'answer', articles: [article] },
      intent: best.label,
      score: best.confidence,
    }
  }
  if (best.confidence < thresholds.choose) return undefined
  const candidates = clearest.topics
    .filter(({ confidence }) => confidence >= thresholds.choose / 2)
    .slice(0, 3)
    .map(({ label }) =>
      articlePart(turn, label, turn.reader.rankParts(turn.text, label)[0]?.part ?? 'main'),
    )
  if (candidates.length < 2) return undefined
  return {
    understanding: { kind: 'choose', articles: candidates },
    intent: best.label,
    score: best.confidence,
  }
}
