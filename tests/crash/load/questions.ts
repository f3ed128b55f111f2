const QUESTIONS = [
  'Hvordan får jeg et nyt pas?',
  'Hvad koster et pas til mit barn?',
  'Hvornår henter I storskrald?',
  'Hvordan sorterer jeg mit affald?',
  'Hvordan melder jeg flytning?',
  'Hvor får jeg et nyt sundhedskort?',
]
const LETTERS = 'bcdfghjklmnpqrstvwxz'
export const MARK_LETTERS = 8

/** A question with a word of its own at the end, by which it is found again wherever it went. */
export function markedQuestion(random: () => number): { text: string; mark: string } {
  const one = (from: { length: number }) => Math.floor(random() * from.length)
  const mark = Array.from({ length: MARK_LETTERS }, () => LETTERS[one(LETTERS)]).join('')
  return { text: `${QUESTIONS[one(QUESTIONS)]} ${mark}`, mark }
}

export function markOf(text: string): string {
  return text.slice(-MARK_LETTERS)
}
