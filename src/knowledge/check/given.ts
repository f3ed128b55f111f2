import type { Content } from '#knowledge/content.ts'
import type { Fault } from '#knowledge/fault.ts'
import type { RenderedSite } from './rendered-sites.ts'
import type { Tone } from './tone.ts'

/** What the rules look at: the files, each text as it reaches the citizen in `year`, and the closed lists. */
export type Given = {
  content: Content
  sites: readonly RenderedSite[]
  tone: Tone
  queues: ReadonlySet<string>
  topics: ReadonlySet<string>
}
/** One rule, or a few that belong together. Pure. */
export type Rule = (given: Given) => readonly Fault[]
