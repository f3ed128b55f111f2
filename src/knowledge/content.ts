import type { Language } from '#conversation/events.ts'
import type { Decoy, Example, Fact } from './knowledge-base.ts'
import type { FrontMatter, IntentYaml } from './schemas.ts'
import type { YamlPath } from './yaml-file.ts'

/** Everything in the files with its place, for the lint; the knowledge base is made from it. */
export type Content = {
  articles: readonly ArticleFile[]
  facts: ReadonlyMap<string, Fact>
  intents: readonly IntentFile[]
}
export type ArticleFile = {
  file: string
  id: string
  language: Language
  version: string
  meta: FrontMatter
  /** The web texts in the order of their headings. */
  texts: readonly WebText[]
  /** Where an entry of the front matter stands. */
  lineOf(path: YamlPath): number
}
export type WebText = { part: string; text: string; line: number }
export type IntentFile = {
  file: string
  version: string
  meta: IntentYaml
  examples: readonly Placed<Example>[]
  decoys: readonly Placed<Decoy>[]
  lineOf(path: YamlPath): number
}
/** With the line of the file on which it stands. */
export type Placed<T> = T & { line: number }
