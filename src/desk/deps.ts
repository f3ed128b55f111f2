import type { FastifyBaseLogger } from 'fastify'
import type { Language } from '#conversation/events.ts'
import type { Registers, View, Views } from '#dialogue/ports.ts'
import type { StaffActs } from '#dialogue/staff-acts.ts'
import type { Suggest } from '#dialogue/suggest-article.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import type { Typing } from '#dialogue/typing.ts'
import type { Calendar } from '#handoff/calendar.ts'
import type { DeskItem } from '#handoff/desk-item.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import type { DeskPresence } from './presence.ts'

/** What the desk needs of the rest of the house. */
export type DeskDeps = {
  acts: StaffActs
  views: Views
  deskView: View<DeskItem>
  transcript: (conversationId: string) => Promise<readonly TranscriptLine[]>
  /** What the citizen said, for the lists; undefined once erased. */
  textOf: (conversationId: string, utteranceId: string) => Promise<string | undefined>
  /** Tells which conversations grew, after the commit. Returns the way to stop. */
  onChange: (listener: (conversationIds: readonly string[]) => void) => () => void
  /** Who writes right now; noting it for staff shows it to the citizen. */
  typing: Typing
  /** What our articles say to a citizen's text. */
  suggest: Suggest
  registers: Registers
  presence: DeskPresence
  clock: Clock
  ids: Ids
  log: FastifyBaseLogger
  articleInfo: (articleId: string) => ArticleInfo | undefined
  /** All articles, by title. */
  articles: readonly { id: string; title: string }[]
  /** Everything that was said and noted in a conversation, in order; nothing once erased. */
  textsOf: (conversationId: string) => Promise<readonly string[]>
  /** The hours of the queues as they are now, special days counted in. */
  calendar: () => Promise<Calendar>
  /** A reason without what must not stand in a register. */
  writtenReason: (text: string, language: Language) => string
  /** The server speaks TLS, or stands behind something that does: the cookie is `__Host-` and Secure. */
  secure: boolean
}
export type ArticleInfo = { title: string; verified: boolean; url: string | null }
