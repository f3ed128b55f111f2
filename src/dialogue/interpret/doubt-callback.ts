import type { Step } from './turn.ts'
import { countWords } from './words.ts'

/** "hvorfor skal I bruge det?", "er det en robot der ringer?", while a call is being arranged. */
export const doubtCallback: Step = ({ conversation, text }) => {
  const { asks } = conversation
  if (!asks.for.startsWith('callback') || countWords(text) > LONGEST) return undefined
  const reply = CALLER.test(text)
    ? 'human.who-calls'
    : asks.for === 'callback-number' && PURPOSE.test(text)
      ? 'human.why-number'
      : undefined
  return (
    reply && { understanding: { kind: 'callback-doubted', reply }, intent: 'callback', score: 1 }
  )
}

const LONGEST = 12
/** Who will call: a machine or a person. */
const CALLER =
  /(?<!\p{L})(?:hvem (?:er det,? )?(?:der |som )?(?:ringer|kontakter)|hvem bliver jeg ringet op af|who (?:is calling|calls|will call|is going to call))(?!\p{L})|^(?:og |and )?(?:er|bliver|is|will|are|do)(?!\p{L}).*(?<!\p{L})(?:robot|maskine|computer|menneske|person|medarbejder|bot|ai|machine|human)(?:ten|en|t)?(?!\p{L}).*(?<!\p{L})(?:ring|call)/iu
/** What the number is for, and what becomes of it. */
const PURPOSE =
  /^(?:og |men |and |but )?(?:hvorfor|hvad skal i (?:bruge|med)|hvad bruger i|til hvad|why|what (?:for|do you (?:need|use|want)))(?!\p{L})|(?<!\p{L})(?:gemmer i|deler i|sælger i|videregiver i|er det sikkert|behøver jeg|skal i have det|do you (?:keep|store|share|sell)|is it safe)(?!\p{L})/iu
