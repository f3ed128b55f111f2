import { referencesIn } from '#knowledge/references.ts'
import { SHOWN_AFTER_YEARS } from '#knowledge/say-fact.ts'
import { textSites } from '#knowledge/text-sites.ts'
import type { Given } from './given.ts'

/** What a person at the city has still to confirm: articles, and the figures in them that are old or of unknown age. */
export function whatToVerify({ content }: Given, year: number): readonly string[] {
  const articles = content.articles
    .filter(({ meta }) => !meta.verified)
    .map(
      ({ file, meta }) => `${file}: not verified, owner ${meta.owner}, review by ${meta.review_by}`,
    )
  const used = new Set(
    textSites(content)
      .flatMap(({ text }) => referencesIn(text))
      .map(({ name }) => name),
  )
  const figures = [...content.facts]
    .filter(([name]) => used.has(name))
    .flatMap(([name, { label, asOfYear, changes, source }]) => {
      const isOld = asOfYear === undefined || year - asOfYear > SHOWN_AFTER_YEARS[changes]
      const age = asOfYear === undefined ? 'of unknown age' : `from ${asOfYear}`
      return isOld ? [`fact ${name}: ${age}, ${label}, ${source ?? 'no source'}`] : []
    })
  return [...articles, ...figures]
}
