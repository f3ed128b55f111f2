import type { ArticlePart } from '#dialogue/findings.ts'
import { partFor } from './article-part.ts'
import { thresholds } from './thresholds.ts'
import type { Step, Turn } from './turn.ts'

/** Somebody in danger or despair now. Wins over everything. */
export const guardCrisis: Step = (turn) => {
  const readings = [turn.text, ...turn.sentences].map(turn.reader.read)
  const worst = readings.reduce((a, b) =>
    b.confidenceIn('crisis') > a.confidenceIn('crisis') ? b : a,
  )
  const score = worst.confidenceIn('crisis')
  if (score < thresholds.crisis) return undefined
  const intent = worst.ranked.find(({ label }) => label.startsWith('crisis-'))?.label ?? ''
  return { understanding: { kind: 'crisis', intent, article: besides(turn) }, intent, score }
}

/** A person is wanted: wins over topics, own case and decision. */
export const guardHuman: Step = (turn) => guard(turn, 'human')
/** About the citizen's own case, which only staff and self-service can see. */
export const guardOwnCase: Step = (turn) => guard(turn, 'own-case')
/** A ruling is asked for, which only a person may give. */
export const guardDecision: Step = (turn) => guard(turn, 'decision')

function guard(turn: Turn, intent: 'human' | 'own-case' | 'decision') {
  const score = Math.max(
    ...[turn.text, ...turn.sentences].map((text) => turn.reader.read(text).confidenceIn(intent)),
  )
  if (score < thresholds[intent]) return undefined
  return { understanding: { kind: intent, article: besides(turn) }, intent, score }
}

/** The topic that the turn is about as well, so that staff and the reply know. */
function besides(turn: Turn): ArticlePart | null {
  const best = turn.reading.topics[0]
  if (best && best.confidence >= thresholds.answer) return partFor(turn, turn.text, best.label)
  return null
}
