import type { Language } from '#conversation/events.ts'
import type { CannedReply } from '#desk/canned-replies.ts'

/** The replies in which every word of what was typed occurs; those that have them in their title first. */
export function findCanned(
  replies: readonly CannedReply[],
  typed: string,
  language: Language,
): readonly CannedReply[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every((word) => fold(text).includes(word))
  const byTitle = replies.toSorted((a, b) =>
    a[language].title.localeCompare(b[language].title, language),
  )
  const inTitle = byTitle.filter((reply) => has(reply[language].title))
  const inText = byTitle.filter((reply) => {
    const { title, text } = reply[language]
    return !has(title) && has(`${title} ${text}`)
  })
  return [...inTitle, ...inText]
}

/** Puts a text where the cursor is, or in the place of what is marked, with a space where words would touch. */
export function insertAt(
  before: string,
  text: string,
  { from, to }: { from: number; to: number },
): { text: string; cursor: number } {
  const [head, tail] = [before.slice(0, from), before.slice(to)]
  const gap = head !== '' && !/\s$/.test(head) ? ' ' : ''
  const after = tail !== '' && !/^\s/.test(tail) ? ' ' : ''
  const written = head + gap + text
  return { text: written + after + tail, cursor: written.length }
}

// What is typed in a hurry has no capitals, and seldom accents.
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u0309\u030b-\u036f]/g, '')
    .toLocaleLowerCase('da')
}
