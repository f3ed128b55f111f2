import { referencesIn } from '#knowledge/references.ts'
import type { Rule } from './given.ts'
import { samplesFor } from './rendered-sites.ts'

export const wordsToAvoid: Rule = ({ sites, tone }) =>
  sites.flatMap(({ file, line, where, language, out }) => {
    const said = ` ${out.toLowerCase().replace(/[^\p{L}\d%]+/gu, ' ')} `
    return Object.entries(tone.avoid[language])
      .filter(([word]) => said.includes(` ${word} `))
      .map(([word, write]) => ({ file, line, what: `${where}: says "${word}", write: ${write}` }))
  })

export const noInvisibleCharacters: Rule = ({ sites }) =>
  sites
    .filter(({ text }) => /[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/u.test(text))
    .map(({ file, line, where }) => ({ file, line, what: `${where}: has invisible characters` }))

/** A slot has a sample to count with; otherwise nobody fills it. */
export const slotsAreKnown: Rule = ({ sites, tone }) =>
  sites.flatMap((site) =>
    referencesIn(site.text)
      .filter(({ kind, name }) => kind === 'slot' && !samplesFor(site, tone)[name])
      .map(({ name }) => ({
        file: site.file,
        line: site.line,
        what: `${site.where}: slot ${name} is not among the slots`,
      })),
  )
