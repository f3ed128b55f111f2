import { plainText } from '#platform/browser/markdown.ts'
import { shownUrl } from './format.ts'
import type { CitizenLine } from './frames.ts'
import type { State } from './state.ts'

type BotLine = Extract<CitizenLine, { by: 'bot' }>

/** The answer in few and plain words, where it has any that say it in another way. */
export function plainWords({ text, card }: BotLine): string | null {
  const plain = card?.kind === 'answer' ? card.plain.trim() : ''
  return plain === '' || plain === plainText(text) ? null : plain
}

/** What of a line stands on the page: its plain words where the citizen asked for them. */
export function shownText(line: BotLine, { plain, whole }: Pick<State, 'plain' | 'whole'>): string {
  const short = plain && !whole.includes(line.id) ? plainWords(line) : null
  return short ?? line.text
}

/** The same for a voice: no Markdown, and of an address only the site. */
export function voicedText(text: string): string {
  return plainText(text).replace(/\bhttps?:\/\/\S+/g, (url) => shownUrl(url).replace(/\/.*$/, ''))
}
