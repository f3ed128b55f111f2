import type { Language } from '#conversation/events.ts'
import type { IntentFile } from '#knowledge/content.ts'
import type { Fault } from '#knowledge/fault.ts'
import type { Given, Rule } from './given.ts'
import { fold, likeness, trigrams } from './likeness.ts'
import { LEAST_OF_KIND, LIMITS } from './limits.ts'

/** An intent of decoys only teaches what the bot does not know; some are said, and never recognised. */
export const examplesAreEnough: Rule = ({ content }) =>
  content.intents
    .filter(({ decoys, examples }) => examples.length > 0 || decoys.length === 0)
    .filter(({ meta }) => meta.policy.recognised !== 'never')
    .flatMap((intent) =>
      languages.flatMap((language) => {
        const n = examplesIn(intent, language).length
        const least = LIMITS.examples[language]
        return n < least ? [faultAt(intent, `${n} examples in ${language}, ${least} wanted`)] : []
      }),
    )

/** A third of a topic's phrasings tell a situation, without the official word for it. */
export const situationsAreTold: Rule = (given) =>
  topicsOf(given).flatMap((intent) =>
    languages.flatMap((language) => {
      const all = examplesIn(intent, language)
      const told = all.filter(({ kind }) => kind.startsWith('situation'))
      const official = (intent.meta.official?.[language] ?? []).map(
        (word) => new RegExp(`(?<![a-z])${fold(word)}`, 'u'),
      )
      const few = told.length * 3 < all.length
      return [
        ...(few
          ? [faultAt(intent, `${told.length} of ${all.length} ${language} situational`)]
          : []),
        ...told
          .filter(({ text }) => official.some((word) => word.test(fold(text))))
          .map(({ line, text }) => ({
            file: intent.file,
            line,
            what: `situational with the official word: ${text}`,
          })),
      ]
    }),
  )

export const kindsAreThere: Rule = (given) =>
  topicsOf(given).flatMap((intent) =>
    Object.entries(LEAST_OF_KIND).flatMap(([kind, least]) => {
      const n = examplesIn(intent, 'da').filter(
        (example) => example.kind === kind || example.kind.endsWith(`-${kind}`),
      ).length
      return n < least
        ? [faultAt(intent, `${n} Danish examples of kind ${kind}, ${least} wanted`)]
        : []
    }),
  )

export const everyPartIsAskedFor: Rule = (given) =>
  topicsOf(given).flatMap((intent) => {
    const article = given.content.articles.find(({ id }) => id === intent.meta.id)
    return languages.flatMap((language) =>
      Object.keys(article?.meta.parts ?? {})
        .filter((part) => !examplesIn(intent, language).some((example) => example.part === part))
        .map((part) => faultAt(intent, `no ${language} example asks for ${part}`)),
    )
  })

/** Two phrasings with the same frame teach less than one. */
export const examplesDiffer: Rule = ({ content }) =>
  content.intents.flatMap((intent) =>
    languages.flatMap((language) => {
      const all = examplesIn(intent, language).map((e) => ({ ...e, grams: trigrams(e.text) }))
      return all.flatMap((a, i) =>
        all
          .slice(0, i)
          .filter((b) => likeness(a.grams, b.grams) > LIMITS.likeness)
          .map((b) => ({
            file: intent.file,
            line: a.line,
            what: `${likeness(a.grams, b.grams).toFixed(2)} alike: "${b.text}" and "${a.text}"`,
          })),
      )
    }),
  )

export const languages: readonly Language[] = ['da', 'en']

export function examplesIn({ examples }: IntentFile, language: Language) {
  return examples.filter((example) => example.language === language)
}

function topicsOf({ content }: Given): readonly IntentFile[] {
  return content.intents.filter(({ meta }) => content.articles.some(({ id }) => id === meta.id))
}

function faultAt({ file, lineOf }: IntentFile, what: string): Fault {
  return { file, line: lineOf(['examples']), what }
}
