import type { Content } from '#knowledge/content.ts'
import type { Rendering } from '#knowledge/knowledge-base.ts'
import { referencesIn } from '#knowledge/references.ts'
import { renderText } from '#knowledge/render-text.ts'
import { type TextSite, textSites } from '#knowledge/text-sites.ts'
import type { SlotSamples, Tone } from './tone.ts'

/** A text with its facts and the longest likely slots in it. An unknown slot is `…`; a rule of its own names it. */
export type RenderedSite = TextSite & {
  out: string
  /** The same with one word for each slot: dates and numbers make no sentence harder to read. */
  outline: string
  where: string
}

export function renderedSites(content: Content, tone: Tone, year: number): readonly RenderedSite[] {
  return textSites(content).map((site) => {
    const { text, language, rendering } = site
    const render = (slots: Readonly<Record<string, string>>) =>
      renderText(text, { facts: content.facts, language, rendering, year, slots })
    const samples = samplesFor(site, tone)
    return {
      ...site,
      where: whereOf(site),
      out: render(slotsIn(text, (name) => samples[name]?.[language] ?? '…')),
      outline: render(slotsIn(text, (name) => name)),
    }
  })
}

export function samplesFor(site: TextSite, tone: Tone): SlotSamples {
  return site.of === 'article' ? tone.articleSlots : (site.intent.meta.slots ?? {})
}

/** The texts of one rendering. */
export function sitesIn(sites: readonly RenderedSite[], rendering: Rendering) {
  return sites.filter((site) => site.rendering === rendering)
}

function slotsIn(text: string, say: (name: string) => string): Record<string, string> {
  const slots = referencesIn(text).filter(({ kind }) => kind === 'slot')
  return Object.fromEntries(slots.map(({ name }) => [name, say(name)]))
}

function whereOf({ of, name, language, rendering }: TextSite): string {
  return of === 'article' ? `${name} ${rendering}` : `${name} ${language} ${rendering}`
}
