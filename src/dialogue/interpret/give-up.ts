import { NO_ARTICLE, OUT_OF_SCOPE } from '#knowledge/search/samples.ts'
import { thresholds } from './thresholds.ts'
import type { Step } from './turn.ts'

/** Attempts to make the bot something else. */
export const refuseUnsafe: Step = ({ reading, text }) => {
  if (code.test(text)) return { understanding: { kind: 'unsafe' }, intent: 'unsafe', score: 1 }
  const score = reading.confidenceIn('unsafe')
  if (score < thresholds.unsafe || (reading.topics[0]?.confidence ?? 0) > score) return undefined
  return { understanding: { kind: 'unsafe' }, intent: 'unsafe', score }
}

// Written for a machine: markup, templates, queries.
const code = /<\/?[a-z][^>]*>|\{\{|\$\{|<%|\bunion\s+(all\s+)?select\b/i

/** Nothing answered: say which kind of nothing it is. */
export const giveUp: Step = (turn) => {
  const outside = turn.reading.confidenceIn(OUT_OF_SCOPE)
  const ours = turn.reading.confidenceIn(NO_ARTICLE)
  if (turn.isForeign) return none('other-language', 1)
  if (turn.reader.familiarity(turn.text) < thresholds.readable) return none('not-understood', 1)
  if (outside >= thresholds.outOfScope && outside > ours) return none('out-of-scope', outside)
  return none('unknown', ours)
}

function none(
  kind: 'other-language' | 'not-understood' | 'out-of-scope' | 'unknown',
  score: number,
) {
  return { understanding: { kind }, intent: kind, score }
}
