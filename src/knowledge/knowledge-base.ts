import type { Language, QueueId } from '#conversation/events.ts'

/** What we may say and what people want, read from `knowledge-base/` and `intents/` and checked. */
export type KnowledgeBase = {
  /** By id; both languages of an article are there. */
  articles: ReadonlyMap<string, Article>
  /** By `topic.name`, such as `pas-voksne.price`. */
  facts: ReadonlyMap<string, Fact>
  intents: ReadonlyMap<string, Intent>
  /** Hash over all files: keys the trained model's cache. */
  version: string
}

export type Article = Readonly<Record<Language, ArticleText>> & {
  id: string
  audience: 'citizen' | 'business'
  queue: QueueId
  sensitivity: 'normal' | 'sensitive' | 'crisis'
  related: readonly string[]
}
/** One article in one language. `version`: first 12 hex digits of SHA-256 over the normalised file. */
export type ArticleText = {
  version: string
  title: string
  owner: string
  sources: readonly { url: string; asOf: string }[]
  reviewBy: string
  status: 'draft' | 'review' | 'published'
  verified: boolean
  selfService: readonly { label: string; url: string }[]
  /** In reading order; the first is `main`. */
  parts: readonly Part[]
}
export type Part = {
  name: string
  /** The question this part answers, as a button: "Hvad koster det?" */
  asks: string
  /** Markdown subset: paragraphs, lists, links, bold; with `{{fact:topic.name}}` unresolved. */
  web: string
  sms: string
  spoken: string
}

export type Fact = {
  label: string
  /** What citizens read beside it: the label without what stands in brackets for editors. */
  name: Readonly<Record<Language, string>>
  value: string | number | Readonly<Record<Language, string>>
  unit: 'kr' | Readonly<Record<Language, string>> | null
  changes: 'yearly' | 'any-time' | 'rarely' | 'never' | 'crisis'
  /** The year, or undefined when it is unknown. */
  asOfYear: number | undefined
  source: string | null
  confidence: string
}

export type Rendering = 'web' | 'sms' | 'spoken'
export type Intent = {
  id: string
  version: string
  description: Readonly<Record<Language, string>>
  /** How "mente du" names it. */
  choice: Readonly<Record<Language, string>>
  asksBack: { whenOnly: readonly string[]; between: readonly string[] } | null
  /** Fixed replies by name. A rendering may be missing where a channel has none. */
  replies: ReadonlyMap<string, IntentReply>
  examples: readonly Example[]
  decoys: readonly Decoy[]
}
export type IntentReply = {
  /** The reply says itself that it is a machine (crisis, STOP): no notice goes in front. */
  noticeInside: boolean
  text: Readonly<Record<Language, Readonly<Partial<Record<Rendering, string>>>>>
}
/** `part`: the part of the article, or the reply of the intent, that answers it; `main` without a sign. */
export type Example = {
  origin: string
  language: Language
  kind: string
  text: string
  part: string
}
/** `is`: what it really is: a topic, an intent, `none` or `out-of-scope`. */
export type Decoy = { language: Language; text: string; is: string }
