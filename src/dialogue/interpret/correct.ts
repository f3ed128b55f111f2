import { neighbourNamedIn, switchTo } from './neighbour.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step } from './turn.ts'

/** "nej, jeg mente til min datter": what was meant instead is often in the correction itself. */
export const correct: Step = (turn): Reached | undefined => {
  const { topic } = turn.conversation
  const score = turn.reading.confidenceIn('correction')
  if (!topic || score < thresholds.talk) return undefined
  const neighbour = neighbourNamedIn(turn, topic.articleId)
  const other = turn.reading.topics.find(({ label }) => label !== topic.articleId)
  const isSure = other && other.confidence >= turn.reader.thresholdOf('answer')
  const meant = neighbour ?? (isSure ? other.label : undefined)
  return meant
    ? switchTo(turn, meant, topic.part, score)
    : { understanding: { kind: 'correction' }, intent: 'correction', score }
}
