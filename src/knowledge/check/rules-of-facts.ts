import { referencesIn } from '#knowledge/references.ts'
import type { Given, Rule } from './given.ts'
import { LINK, linksIn } from './sentences.ts'

/** Every figure is a fact: no digit stands in a text outside a reference, a list number or an address. */
export const figuresAreFacts: Rule = ({ sites }) =>
  sites.flatMap(({ file, line, where, text }) =>
    (bare(text).match(/\d[\d.,%]*/g) ?? []).map((figure) => ({
      file,
      line,
      what: `${where}: figure ${figure} is in no fact`,
    })),
  )

/** A figure of unknown age stands beside the page that has it; a voice says whose figure it is. */
export const undatedNamePage: Rule = ({ sites, content }) =>
  sites.flatMap(({ file, line, where, text, out, rendering }) => {
    const isNamed =
      rendering === 'spoken' ? /ifølge|according to/i.test(out) : linksIn(out).length > 0
    if (isNamed) return []
    return undatedIn(text, content).map((name) => ({
      file,
      line,
      what: `${where}: ${name} has no date, so name the page beside it`,
    }))
  })

function undatedIn(text: string, { facts }: Given['content']): readonly string[] {
  return referencesIn(text)
    .filter(({ kind }) => kind === 'fact')
    .map(({ name }) => name)
    .filter((name) => {
      const fact = facts.get(name)
      return fact && fact.asOfYear === undefined && fact.changes !== 'crisis'
    })
}

function bare(text: string): string {
  return text
    .replace(/^\d+\. /gm, '')
    .replace(/\{\{[^}]*\}\}/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(LINK, '')
}
