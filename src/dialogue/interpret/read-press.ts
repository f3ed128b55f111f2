import { chosen } from './chosen.ts'
import type { Reached, Step } from './turn.ts'

/** A press on something that we offered needs no reading; of several, the last one counts. */
export const readPress: Step = (turn): Reached | undefined => {
  const said = turn.heard
    .map(({ utterance }) => utterance.said)
    .findLast(({ via }) => via !== 'typed')
  if (said?.via === 'chosen') {
    return { understanding: chosen(turn, said.choice), intent: 'press', score: 1 }
  }
  if (said?.via === 'form') {
    return { understanding: { kind: 'slot-chosen', slot: said.slot }, intent: 'press', score: 1 }
  }
  return undefined
}
