import { detectLanguage } from '#dialogue/interpret/language/detect-language.ts'
import { tokenize } from '#knowledge/search/tokens.ts'
import { type Stage, share } from './stage.ts'

const noWords = () => undefined

/** The language of our phrasings by the detector alone, in a conversation that began in Danish. */
export const measureLanguage: Stage = ({ corpus }) => {
  const long = corpus.samples.filter(({ text }) => tokenize(text).length >= 3)
  return [
    'Language (three words or more; fewer keep the language of the conversation)',
    ...(['da', 'en'] as const).map((language) => {
      const own = long.filter((sample) => sample.language === language)
      const right = own.filter(({ text }) => {
        const found = detectLanguage(text, 'da', noWords)
        return found.language === language && !found.isForeign
      })
      return share(language === 'da' ? 'Danish' : 'English', right.length, own.length)
    }),
  ]
}
