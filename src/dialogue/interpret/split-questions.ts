/** The questions of a message: its sentences, and what "og" joins when both halves could stand alone. */
export function splitQuestions(text: string): string[] {
  return splitSentences(text).flatMap((sentence) => {
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
