import type { Rule } from './given.ts'
import { likeness, trigrams } from './likeness.ts'
import { LIMITS } from './limits.ts'
import { examplesIn, languages } from './rules-of-examples.ts'

/** A decoy says what it really is: a topic, an intent, `none` or `out-of-scope`. */
export const decoysAreNamed: Rule = ({ content, topics }) => {
  const known = new Set([...topics, ...content.intents.map(({ meta }) => meta.id), ...OTHERS])
  return content.intents.flatMap(({ file, meta, decoys }) =>
    decoys
      .filter(({ is }) => !known.has(is) || is === meta.id)
      .map(({ line, text, is }) => ({ file, line, what: `decoy of ${is || 'nothing'}: ${text}` })),
  )
}

export const decoysAreNoExamples: Rule = ({ content }) =>
  content.intents.flatMap((intent) =>
    languages.flatMap((language) => {
      const examples = examplesIn(intent, language).map(({ text }) => trigrams(text))
      return intent.decoys
        .filter((decoy) => decoy.language === language)
        .filter(({ text }) => {
          const grams = trigrams(text)
          return examples.some((example) => likeness(grams, example) > LIMITS.decoyLikeness)
        })
        .map(({ line, text }) => ({
          file: intent.file,
          line,
          what: `decoy is an example: ${text}`,
        }))
    }),
  )

const OTHERS = ['none', 'out-of-scope', 'choice', 'unsafe']
