import type { Language } from '#conversation/events.ts'
import { tokenize } from '#knowledge/search/tokens.ts'
import { likelyLanguage } from './likely-language.ts'

/** Danish unless there is strong evidence; `isForeign` when it is a language that we do not answer in. */
export function detectLanguage(
  text: string,
  before: Language,
  ownWords: (text: string) => Language | undefined,
): { language: Language; isForeign: boolean } {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  if (letters.length > 0 && latin.length < letters.length / 2)
    return { language: 'en', isForeign: true }
  if (tokenize(text).length < FEWEST_WORDS)
    return { language: ownWords(text) ?? before, isForeign: false }
  const found = likelyLanguage(text)
  if (found && nordic.has(found.code)) return { language: 'da', isForeign: false }
  if (found?.code === 'en') return { language: 'en', isForeign: false }
  if (!found?.isReliable) return { language: before, isForeign: false }
  return { language: 'en', isForeign: true }
}

const FEWEST_WORDS = 3
/** What looks like Danish counts as Danish. */
const nordic = new Set(['da', 'no', 'nb', 'sv'])
