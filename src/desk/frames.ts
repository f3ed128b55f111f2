import { z } from 'zod'
import { MAX_UTTERANCE_CHARACTERS } from '#dialogue/receive/clean.ts'
import type { StaffActed } from '#dialogue/staff-acts.ts'
import type { Suggestion } from '#dialogue/suggest-article.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import type { ErrorCode } from '#platform/errors.ts'
import type { Account } from './accounts.ts'
import type { Background } from './background.ts'
import { type CannedReply, CannedWords } from './canned-replies.ts'
import type { DeskRow } from './desk-row.ts'
import type { PresenceState } from './presence.ts'

export const MAX_FRAME_BYTES = 32 * 1024

const Id = z.string().min(1).max(100)
const Text = z.string().trim().min(1).max(MAX_UTTERANCE_CHARACTERS)
const WrapUp = z.string().trim().max(MAX_UTTERANCE_CHARACTERS)

/** What staff do, with the browser's id of it: an act that is sent twice is done once. */
const Act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('claim'), conversationId: Id }),
  z.object({ do: z.literal('say'), conversationId: Id, text: Text }),
  z.object({ do: z.literal('return'), conversationId: Id }),
  z.object({
    do: z.literal('close'),
    conversationId: Id,
    disposition: z.enum([
      'answered',
      'solved-by-staff',
      'abandoned',
      'connection-lost',
      'ended-for-abuse',
    ]),
    wrapUp: WrapUp,
  }),
  z.object({ do: z.literal('reopen'), conversationId: Id }),
  z.object({ do: z.literal('note'), conversationId: Id, text: Text }),
  z.object({
    do: z.literal('report-callback'),
    conversationId: Id,
    outcome: z.enum(['reached', 'tried', 'not-reached']),
    wrapUp: WrapUp,
  }),
  z.object({ do: z.literal('show-number'), conversationId: Id }),
  z.object({ do: z.literal('erase'), conversationId: Id, why: Text }),
  z.object({ do: z.literal('keep-canned'), id: Id.nullable(), words: CannedWords }),
  z.object({ do: z.literal('remove-canned'), id: Id }),
  z.object({ do: z.literal('choose-presence'), state: z.enum(['free', 'busy', 'away']) }),
])
export type Act = z.infer<typeof Act>

/** One act of one person; sending the same `id` twice does it once. */
export const ActRequest = z.object({ id: Id, act: Act })

/** From the page. `after` is the position of the last line that it has. */
export const FromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), conversationId: Id, after: z.number().int().min(0) }),
  z.object({ type: z.literal('leave') }),
  /** Keys are pressed in the reply to a conversation; told every two seconds at most. */
  z.object({ type: z.literal('typing'), conversationId: Id }),
  ActRequest.extend({ type: z.literal('act') }),
])
export type FromPage = z.infer<typeof FromPage>

/** To the page. `now` is the server's clock: the page counts waits from it. */
export type ToPage = { now: string } & (
  | {
      type: 'desk'
      me: Account
      rows: readonly DeskRow[]
      colleagues: readonly Colleague[]
      /** Another one after a restart: what was sent and not acknowledged is then in doubt. */
      instance: string
      /** The page's own files have changed when this is another one than it started with. */
      build: string
    }
  | { type: 'row'; row: DeskRow }
  | { type: 'gone'; conversationId: string }
  | { type: 'colleagues'; colleagues: readonly Colleague[] }
  | {
      type: 'lines'
      conversationId: string
      row: DeskRow
      lines: readonly TranscriptLine[]
      /** The whole transcript: what the page had is to be forgotten. */
      afresh: boolean
      background: Background
    }
  /** The citizen of the opened conversation writes, or has paused. */
  | { type: 'writing'; conversationId: string; writing: boolean }
  /** An article answers what the citizen of the opened conversation wrote last; null when none does. */
  | { type: 'suggestion'; conversationId: string; suggestion: Suggestion | null }
  | { type: 'canned'; replies: readonly CannedReply[] }
  /** This conversation is not the desk's business, or not any longer. */
  | { type: 'left'; conversationId: string }
  | { type: 'ack'; id: string; result: ActResult }
  /** The line still carries: comes every 20 s. */
  | { type: 'beat' }
)
export type Colleague = { staffId: string; name: string; state: PresenceState }
export type ActResult =
  | StaffActed
  | { state: 'number'; number: string | null }
  | { state: 'refused'; code: ErrorCode }

/** Close codes of the live stream. */
export const SIGNED_OUT = 4401
export const ROLE_CHANGED = 4403
