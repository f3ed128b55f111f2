import type { Step } from './turn.ts'
import { plain } from './words.ts'

/** "pss": a scrap of letters that none of our texts has is too little to guess a topic from. */
export const refuseFragment: Step = ({ text, reader }) => {
  const word = plain(text)
  return word.length <= LONGEST && reader.topicsOf(word).size === 0
    ? { understanding: { kind: 'not-understood' }, intent: 'not-understood', score: 1 }
    : undefined
}

const LONGEST = 3
