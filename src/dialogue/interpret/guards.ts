import type { ArticlePart } from '#dialogue/findings.ts'
import { partFor } from './article-part.ts'
import { thresholds } from './thresholds.ts'
import type { Step, Turn } from './turn.ts'

/** Somebody in danger or despair now. Wins over everything. */
export const guardCrisis: Step = (turn) => {
  let worst = { intent: '', score: 0 }
  for (const text of [turn.text, ...turn.sentences]) {
    const kinds = turn.reader.read(text).ranked.filter(({ kind }) => kind === 'crisis')
    // Which kind it is may be in doubt while that it is one is not.
    const score = 1 - kinds.reduce((none, { confidence }) => none * (1 - confidence), 1)
    if (score > worst.score) worst = { intent: kinds[0]?.label ?? '', score }
  }
  if (worst.score < thresholds.crisis) return undefined
  const understanding = { kind: 'crisis', intent: worst.intent, article: besides(turn) } as const
  return { understanding, ...worst }
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
