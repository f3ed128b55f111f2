import type { Choice } from '#conversation/events.ts'
import { alikeness } from './alikeness.ts'
import { articleOf, chosen } from './chosen.ts'
import { thresholds } from './thresholds.ts'
import type { Step, Turn } from './turn.ts'
import { countWords, isOneOf, wordsFor } from './words.ts'

/** A short answer to a list that we offered: its number, its name, or what tells it from the others. */
export const readChoice: Step = (turn) => {
  const { choices } = turn.conversation
  if (choices.length === 0 || countWords(turn.text) > LONGEST_ANSWER) return undefined
  // "tak" looks like "nej tak", and is none.
  if (isOneOf(turn.text, 'thanks')) return undefined
  const choice = byPlace(turn) ?? byName(turn) ?? byTopic(turn)
  return choice && { understanding: chosen(turn, choice), intent: 'choice', score: 1 }
}

const LONGEST_ANSWER = 8
const ALIKE = 0.6

function byPlace({ conversation: { choices, asks }, text }: Turn): Choice | undefined {
  // A number after "which phone number?" is no place in a list.
  if (asks.for === 'callback-number') return undefined
  const listed = choices.filter((choice) => choice.includes(':'))
  const places = ['first', 'second', 'third']
  return (listed.length > 0 ? listed : choices).find((_, i) => isOneOf(text, places[i] ?? ''))
}

function byName(turn: Turn): Choice | undefined {
  const { choices } = turn.conversation
  const named = choices.map((choice) => ({
    choice,
    score: Math.max(0, ...namesOf(turn, choice).map((name) => alikeness(turn.text, name))),
  }))
  named.sort((a, b) => b.score - a.score)
  const [best, next] = named
  return best && best.score >= ALIKE && best.score > (next?.score ?? 0) ? best.choice : undefined
}

function namesOf({ kb }: Turn, choice: Choice): readonly string[] {
  if (!choice.includes(':')) return wordsFor(choice)
  const articleId = articleOf(choice)
  const { choice: names } = kb.intents.get(articleId ?? '') ?? {}
  return names ? [names.da, names.en] : []
}

/** Of the topics on offer, the one that the words speak for, unless another topic is clearly meant. */
function byTopic({ conversation: { choices }, reading, text }: Turn): Choice | undefined {
  const offered = choices.flatMap((choice) => {
    const articleId = articleOf(choice)
    return articleId ? [{ choice, confidence: reading.confidenceIn(articleId) }] : []
  })
  offered.sort((a, b) => b.confidence - a.confidence)
  const [best, next] = offered
  const isClear =
    best && best.confidence >= thresholds.choose && best.confidence > 2 * (next?.confidence ?? 0)
  const isBestOfAll = best && best.confidence >= (reading.topics[0]?.confidence ?? 0)
  return isClear && isBestOfAll && countWords(text) <= 5 ? best.choice : undefined
}
