import { wishedLanguage } from './language/wished-language.ts'
import type { Step } from './turn.ts'

/** "English again please": the last answer, in the language that is wanted. */
export const readLanguageWish: Step = ({ text }) =>
  wishedLanguage(text)?.isAll
    ? { understanding: { kind: 'repeat' }, intent: 'repeat', score: 1 }
    : undefined
