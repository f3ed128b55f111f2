import type { Step } from './turn.ts'
import { isOneOf } from './words.ts'

/** "slut" and "farvel" as the whole message: a rule on the message, never a guess about a sentence with the word in it. */
export const readEnd: Step = ({ text }) =>
  isOneOf(text, 'end')
    ? { understanding: { kind: 'goodbye' }, intent: 'small-talk.goodbye', score: 1 }
    : undefined
