import { partFor } from './article-part.ts'
import { isDealtWithAnywhere, placeIn } from './places.ts'
import type { Step, Turn } from './turn.ts'

/**
 * "Jeg bor på Frederiksberg, kan jeg få beboerlicens hos jer?", "hvilken kommune hører Kastrup til?". Where an article
 * answers for people from elsewhere in its own part, that part is the answer.
 */
export const readPlace: Step = (turn) => {
  const place = placeIn(turn.text)
  if (!place) return undefined
  const { name: municipality, isOurs } = place
  const asksWhose = WHOSE.test(turn.text)
  if (!asksWhose && (isOurs || !LIVES.test(turn.text))) return undefined
  if (asksWhose) return reached({ municipality, isOurs, article: null })
  const topic = topicOf(turn)
  if (topic && ELSEWHERE.test(topic.part)) return undefined
  const article = topic && isDealtWithAnywhere(topic.articleId) ? topic : null
  return reached({ municipality, isOurs, article })
}

function topicOf(turn: Turn) {
  // Where they live says nothing about what they want.
  const rest = turn.text
    .split(/(?<=[.,;!?])\s+|\s+(?=(?:og|men|and|but)\s)/u)
    .filter((clause) => !placeIn(clause))
    .join(' ')
  return [rest, turn.text].flatMap((text) => {
    const [best] = text === '' ? [] : turn.reader.read(text).topics
    return best && best.confidence >= ABOUT ? [partFor(turn, text, best.label)] : []
  })[0]
}

function reached(found: {
  municipality: string
  isOurs: boolean
  article: ReturnType<typeof partFor> | null
}) {
  return { understanding: { kind: 'place', ...found }, intent: 'place', score: 1 } as const
}

const ABOUT = 0.4
/** Parts of articles about people, places or children in another municipality. */
const ELSEWHERE = /other|outside|elsewhere|choose|hearing|hospital/
const LIVES =
  /(?<!\p{L})(?:(?:jeg|vi|jeg er|vi er) (?:bor|bosat|boende|har adresse)|bor (?:jeg|vi)|(?:i|we) live|i am living|we are living|i'?m (?:living|from)|min adresse er|my address is|(?:bosat|bor) (?:på|i|ude))(?!\p{L})/iu
const WHOSE =
  /(?<!\p{L})(?:hvilken kommune|hvad for en kommune|which (?:municipality|city council|council)|hører? .{0,40}til(?: jer| jeres| københavn)?|under jer(?:es)?|(?:en )?del af københavn|part of (?:the city of )?copenhagen|belong to|er .{0,30} københavns kommune|dækker i|do you cover|(?:er|is) (?:det|that|it) (?:jer|jeres|yours|you))(?!\p{L})/iu
