import { MAX_UTTERANCE_CHARACTERS } from '#dialogue/receive/clean.ts'
import type { Step } from './turn.ts'

/** `receive` keeps one character more than is read, so that a cut text can be told from a long one. */
export const refuseLong: Step = ({ heard }) => {
  const isLong = heard.some(({ text }) => text.length > MAX_UTTERANCE_CHARACTERS)
  return isLong ? { understanding: { kind: 'too-long' }, intent: 'too-long', score: 1 } : undefined
}
