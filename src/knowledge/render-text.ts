import type { Language } from '#conversation/events.ts'
import { AppError } from '#platform/errors.ts'
import type { Fact, Rendering } from './knowledge-base.ts'
import { referencesIn, replaceReferences } from './references.ts'
import { sayFact, yearToTell } from './say-fact.ts'

export type RenderWith = {
  facts: ReadonlyMap<string, Fact>
  language: Language
  rendering: Rendering
  /** The present year: older figures are said with theirs. */
  year: number
  /** What stands for each `{{slot}}`, already in words. */
  slots?: Readonly<Record<string, string>>
}

/** A curated text with its facts and slots in it. Throws `internal-error` when one of them is not there. */
export function renderText(
  text: string,
  { facts, language, rendering, year, slots = {} }: RenderWith,
) {
  return tidy(
    replaceReferences(text, ({ kind, name }, after) => {
      if (kind === 'slot') return slots[name] ?? missing(`slot ${name}`)
      const fact = facts.get(name) ?? missing(`fact ${name}`)
      const told = yearToTell(fact, year)
      const isToldBelow = rendering === 'spoken' && nextYear(after, facts, year) === told
      return sayFact(fact, language, rendering, isToldBelow ? undefined : told)
    }),
  )
}

/** The year of the next figure of the same sentence: the ear needs it once, behind the last of them. */
function nextYear(after: string, facts: RenderWith['facts'], year: number): number | undefined {
  const [sentence = ''] = after.split(/[.!?](?=\s|$)|\n/)
  const next = referencesIn(sentence).find(({ kind }) => kind === 'fact')
  const fact = next && facts.get(next.name)
  return fact && yearToTell(fact, year)
}

// "891 kr." at the end of a sentence brings a second full stop.
function tidy(text: string): string {
  return text.replace(/\.\.(?=\s|$)/g, '.')
}

function missing(what: string): never {
  throw new AppError(
    'internal-error',
    `A text asks for ${what}, which nobody gave.`,
    'Give the value where the reply is composed, or correct the text; npm run kb -- check finds it.',
  )
}
