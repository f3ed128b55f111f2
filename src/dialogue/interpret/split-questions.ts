/** The questions of a message: its sentences that ask, and what "og" joins when both halves could stand alone. */
export function splitQuestions(text: string): string[] {
  const sentences = splitSentences(text)
  const asking = sentences.filter((sentence) => sentence.endsWith('?'))
  return (asking.length > 0 ? asking : sentences).flatMap((sentence) => {
    const halves = sentence.split(/,? (?:og|samt|and|plus) (?=\p{L})/u)
    return halves.length === 2 && halves.every((half) => wordCount(half) >= FEWEST)
      ? halves
      : [sentence]
  })
}

export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}

const FEWEST = 3

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length
}
