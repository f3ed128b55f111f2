import type { Choice, Language, Slot } from './events.ts'

/** What interpreting found out about a turn: plain data, no model needed to read it again. */
export type Findings = {
  language: Language
  understanding: Understanding
  /** For the record: intent that won, its score, the ranking, the model that scored. */
  intent: string
  score: number
  ranked: readonly { articleId: string; score: number }[]
  model: string
  ms: number
}

/** One reading of everything that the citizen said since our last reply. */
export type Understanding =
  /** Somebody in danger or despair. `intent` is the crisis intent (`crisis-suicide` …). */
  | { kind: 'crisis'; intent: string; article: ArticlePart | null }
  /** `day`: when a call is wanted (`2027-03-29`), where a day was named. */
  | { kind: 'human'; article: ArticlePart | null; day?: string }
  | { kind: 'own-case'; article: ArticlePart | null }
  | { kind: 'decision'; article: ArticlePart | null }
  /** One article part, or one for each of two questions. */
  | { kind: 'answer'; articles: readonly [ArticlePart] | readonly [ArticlePart, ArticlePart] }
  /** Two or three topics that fit about equally well. */
  | { kind: 'choose'; articles: readonly ArticlePart[] }
  /** A short answer to what the bot asked, or a press. */
  | { kind: 'yes' }
  | { kind: 'no' }
  /** `article` is what an article choice leads to, with the version of now. */
  | { kind: 'chosen'; choice: Choice; article: ArticlePart | null }
  | { kind: 'slot-chosen'; slot: Slot }
  /**
   * A day that was named for the call, and that none of the times on offer is on. `time`: the instant, where an hour was
   * named. `orToday`: it was named by a weekday that is today's.
   */
  | { kind: 'day-wished'; day: string; time?: string; orToday?: string }
  | { kind: 'number-given'; utteranceId: string }
  | { kind: 'number-refused' }
  /** What became of the call that was promised. */
  | { kind: 'callback-asked' }
  /** A question about the call that is being arranged; `reply` answers it. */
  | { kind: 'callback-doubted'; reply: 'human.why-number' | 'human.who-calls' }
  | { kind: 'small-talk'; reply: string }
  | { kind: 'goodbye' }
  | { kind: 'repeat' }
  /** A few words that only make sense after an answer, and there was none. */
  | { kind: 'about-what' }
  /** A place, and whether it is ours; `article` is what was asked about it, if that is answered for anybody. */
  | { kind: 'place'; municipality: string; isOurs: boolean; article: ArticlePart | null }
  | { kind: 'correction' }
  | { kind: 'out-of-scope' }
  | { kind: 'unknown' }
  | { kind: 'not-understood' }
  | { kind: 'other-language' }
  | { kind: 'unsafe' }
  | { kind: 'too-long' }
  | { kind: 'failed'; why: 'timeout' | 'internal' }
export type ArticlePart = { articleId: string; version: string; part: string }
