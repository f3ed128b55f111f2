import { thresholds } from './thresholds.ts'
import type { Step } from './turn.ts'
import { countWords, isOneOf } from './words.ts'

/** Yes and no, to whatever was asked. Longer texts are only read so while a question is open. */
export const readYesNo: Step = ({ conversation, reading, text }) => {
  if (isOneOf(text, 'no')) return reached('no', 1)
  if (isOneOf(text, 'yes')) return reached('yes', 1)
  // Thanks alone takes nothing back.
  if (isOneOf(text, 'thanks')) return undefined
  if (conversation.asks.for === 'nothing' || countWords(text) > LONGEST_ANSWER) return undefined
  const yes = reading.confidenceIn('yes')
  const no = reading.confidenceIn('no')
  const topic = reading.topics[0]?.confidence ?? 0
  if (Math.max(yes, no) < thresholds.talk || topic > Math.max(yes, no)) return undefined
  return yes > no ? reached('yes', yes) : reached('no', no)
}

const LONGEST_ANSWER = 8

function reached(kind: 'yes' | 'no', score: number) {
  return { understanding: { kind }, intent: kind, score }
}
