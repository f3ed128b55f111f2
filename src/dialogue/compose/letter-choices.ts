import type { Choice, Language, Notice, Reply } from '#conversation/events.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { choiceLabel } from './choice-label.ts'
import { words } from './words.ts'

/** Writes the topics one may choose between behind a text message, with a letter each: "A: Pas til voksne. B: …" */
export function letterChoices(
  text: string,
  said: Reply | Notice,
  kb: KnowledgeBase,
  at: string,
): string {
  if (said.asks.for !== 'choice') return text
  const lines = said.choices.map(
    (choice, i) => `${letter(i)}: ${choiceLabel(kb, choice, said.language, at)}.`,
  )
  return [text, ...lines, answerLetters(said.choices, said.language)].join(' ')
}

function answerLetters(choices: readonly Choice[], language: Language): string {
  const { or, 'answer-letters': answer } = words[language]
  const letters = choices.map((_, i) => letter(i))
  const last = letters.pop() ?? ''
  const list = letters.length > 0 ? `${letters.join(', ')} ${or} ${last}` : last
  return answer.replace('{letters}', list)
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}
