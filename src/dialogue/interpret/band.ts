import type { Reading } from '#knowledge/search/reading.ts'
import { NO_ARTICLE } from '#knowledge/search/samples.ts'
import { thresholds } from './thresholds.ts'

/** Answer when sure, ask which one is meant when in doubt, leave it otherwise. */
export type Band = 'answer' | 'choose' | 'leave'

export function bandOf({ topics, confidenceIn }: Reading, answerFrom: number): Band {
  const [best, next] = topics
  if (!best || best.confidence < thresholds.choose) return 'leave'
  // Something that we have no article for is likelier.
  if (confidenceIn(NO_ARTICLE) > best.confidence) return 'leave'
  const isClose = (next?.confidence ?? 0) >= best.confidence * thresholds.close
  return best.confidence >= answerFrom && !isClose ? 'answer' : 'choose'
}
