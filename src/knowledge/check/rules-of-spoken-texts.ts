import { spokenForm } from '#platform/spoken-form.ts'
import type { Rule } from './given.ts'
import { LIMITS } from './limits.ts'
import { type RenderedSite, sitesIn } from './rendered-sites.ts'
import { countWords, linksIn } from './sentences.ts'

export const spokenIsShort: Rule = ({ sites }) =>
  sitesIn(sites, 'spoken').flatMap((site) => {
    const words = spokenWords(site)
    if (words <= LIMITS.spokenWords) return []
    const { file, line, where } = site
    return [{ file, line, what: `${where}: ${words} words, at most ${LIMITS.spokenWords}` }]
  })

export const spokenCanBeSaid: Rule = ({ sites }) =>
  sitesIn(sites, 'spoken').flatMap(({ file, line, where, out }) => {
    const faults: string[] = []
    if (linksIn(out).length > 0) faults.push('a link')
    if (ABBREVIATION.test(out.replace(/\bkl\. (?=\d)/g, ''))) faults.push('an abbreviation')
    if (/[()[\]*/]/.test(out)) faults.push('brackets or signs')
    return faults.map((what) => ({ file, line, what: `${where}: ${what} in a spoken text` }))
  })

/** Counted as the voice says it: `33 66 33 66` is four words. */
export function spokenWords({ out, language }: RenderedSite): number {
  return countWords(spokenForm(out, language))
}

const ABBREVIATION =
  /(?<!\p{L})(kr|kl|nr|ca|tlf|evt|inkl|ekskl|min|max|jf|stk|pga|mv|osv|etc|e\.g|i\.e)\.|(?<!\p{L})(bl\.a|f\.eks|m\.m|m\.v|d\.v\.s|o\.l|p\.t)\./iu
