import { namesNoTopic } from './bare.ts'
import type { Step } from './turn.ts'
import { isOneOf } from './words.ts'

/** "nr. 2" and "den anden" when no list is open. */
export const readLostChoice: Step = ({ text }) =>
  ['first', 'second', 'third'].some((name) => isOneOf(text, name))
    ? { understanding: { kind: 'about-what' }, intent: 'about-what', score: 1 }
    : undefined

/** "hvad koster det?" as the first thing that is said: nothing may be guessed from it. */
export const askAboutWhat: Step = ({ conversation, text }) =>
  conversation.topic === null && namesNoTopic(text)
    ? { understanding: { kind: 'about-what' }, intent: 'about-what', score: 1 }
    : undefined
