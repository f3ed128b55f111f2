import type { Rule } from './given.ts'
import { CRISIS_LINES } from './limits.ts'
import type { RenderedSite } from './rendered-sites.ts'
import { sentencesOf } from './sentences.ts'

/** The numbers for the kind of danger stand in the first sentence, in every rendering. */
export const linesComeFirst: Rule = ({ sites }) =>
  sites.flatMap((site) => {
    const [first = ''] = sentencesOf(site.out).filter((sentence) => !sentence.endsWith(':'))
    const digits = first.replace(/(?<=\d) (?=\d)/g, '')
    return linesFor(site)
      .filter((either) => !either.split('|').some((number) => digits.includes(number)))
      .map((number) => ({
        file: site.file,
        line: site.line,
        what: `${site.where}: the first sentence lacks ${number}: ${first}`,
      }))
  })

function linesFor(site: RenderedSite): readonly string[] {
  const kind = kindOf(site)
  return kind === undefined ? [] : (CRISIS_LINES[kind] ?? [])
}

/** The one crisis article of the closed list is about violence. */
function kindOf(site: RenderedSite): string | undefined {
  if (site.of === 'article')
    return site.name === 'main' && site.article.meta.sensitivity === 'crisis'
      ? 'violence'
      : undefined
  return site.name === 'lines' ? site.intent.meta.id.replace(/^crisis-/, '') : undefined
}
