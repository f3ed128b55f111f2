import type { Rule } from './given.ts'
import { LIMITS } from './limits.ts'
import { lix } from './lix.ts'
import { sitesIn } from './rendered-sites.ts'
import { countWords, sentencesOf } from './sentences.ts'

export const readsEasily: Rule = ({ sites, tone }) =>
  sitesIn(sites, 'web').flatMap(({ file, line, where, out }) => {
    const value = lix(out, tone.names)
    if (value <= LIMITS.lix) return []
    return [{ file, line, what: `${where}: LIX ${value.toFixed(1)}, at most ${LIMITS.lix}` }]
  })

export const sentencesAreShort: Rule = ({ sites }) =>
  sitesIn(sites, 'web').flatMap(({ file, line, where, outline }) =>
    sentencesOf(outline)
      .filter((sentence) => countWords(sentence) > LIMITS.sentenceWords)
      .map((sentence) => ({
        file,
        line,
        what: `${where}: a sentence of ${countWords(sentence)} words: ${sentence}`,
      })),
  )

/** Paragraphs, lists, links to https and bold; nothing else reaches the page. */
export const marksAreInTheSubset: Rule = ({ sites }) =>
  sitesIn(sites, 'web').flatMap(({ file, line, where, text }) =>
    foreign
      .filter(([pattern]) => pattern.test(text))
      .map(([, what]) => ({ file, line, what: `${where}: ${what}` })),
  )

export const mainIsShort: Rule = ({ sites }) =>
  sitesIn(sites, 'web')
    .filter(({ of, name }) => of === 'article' && name === 'main')
    .flatMap(({ file, line, out }) => {
      const opening = sentencesOf(out.split('\n\n')[0] ?? '').length
      const all = sentencesOf(out).length
      const faults: string[] = []
      if (opening > LIMITS.mainOpeningSentences) faults.push(`main opens with ${opening} sentences`)
      if (all > LIMITS.mainSentences) faults.push(`main has ${all} sentences`)
      return faults.map((what) => ({ file, line, what }))
    })

const foreign: readonly (readonly [RegExp, string])[] = [
  [/^#/m, 'has a heading inside'],
  [/<[a-z/!]/i, 'has HTML'],
  [/\]\((?!https:\/\/[^\s)]+\))/, 'has a link that is not https'],
  [/(?<!\*)\*(?!\*)/, 'has a single *'],
  [/`/, 'has a backtick'],
  [/!\[/, 'has a picture'],
]
