import { z } from 'zod'
import type { Choice, Language } from '#conversation/events.ts'
import type { Standing } from '#dialogue/dialogue.ts'
import type { Card, EventLine } from '#dialogue/transcript.ts'
import { MAX_COMMENT } from './comment-limit.ts'

/** What the widget sends over the socket, one JSON object a frame. `id` makes sending twice harmless. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    token: z.string().max(200).nullable(),
    /** The position of the last line that the page shows; 0 for none. */
    after: z.int().min(0),
    language: z.enum(['da', 'en']),
  }),
  z.strictObject({
    type: z.literal('say'),
    id: z.uuid(),
    text: z.string(),
    said: z.discriminatedUnion('via', [
      z.strictObject({ via: z.literal('typed') }),
      z.strictObject({
        via: z.literal('chosen'),
        choice: z.custom<Choice>(isChoice).meta({ type: 'string' }),
      }),
      z.strictObject({
        via: z.literal('form'),
        slot: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }),
        phone: z.string().max(60),
      }),
    ]),
  }),
  /** The button that is always in sight. */
  z.strictObject({ type: z.literal('human'), id: z.uuid() }),
  /** Whether the reply `of` helped; a comment may follow in a frame of its own. Sending twice is harmless. */
  z.strictObject({
    type: z.literal('feedback'),
    of: z.string().min(1).max(100),
    helped: z.boolean(),
    comment: z.string().max(MAX_COMMENT),
  }),
  /** Keys are being pressed while a person holds the conversation; at most every two seconds. */
  z.strictObject({ type: z.literal('writing') }),
  /** The citizen chose another language on the page. */
  z.strictObject({ type: z.literal('language'), language: z.enum(['da', 'en']) }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('erase') }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientFrame = z.infer<typeof ClientFrame>
export type SayFrame = Extract<ClientFrame, { type: 'say' }>

/** What the server sends. */
export type ServerFrame =
  | {
      type: 'welcome'
      /** Keep it for the next hello; it is the only key to the conversation. */
      token: string
      /** False when the token that was offered leads nowhere: what the page shows is over. */
      resumed: boolean
      /** Null before anything was said. */
      standing: Standing | null
      hours: string
      now: string
    }
  | { type: 'lines'; lines: readonly (CitizenLine | FeedbackLine)[] }
  | { type: 'standing'; standing: Standing }
  /** Durable. `lineId` is the citizen's line that will show it; null when it was received before. */
  | { type: 'received'; id: string; lineId: string | null }
  | { type: 'refused'; id: string; code: RefusalCode; text: string }
  /** Staff began to write to this citizen, or have paused. */
  | { type: 'staff-writing'; writing: boolean }
  /** The opening hours in the language that was chosen; sent before anything was said. */
  | { type: 'hours'; hours: string }
  | { type: 'ended'; how: 'closed' | 'erased' }
  | { type: 'error'; code: RefusalCode; text: string }
  | { type: 'pong' }

export type RefusalCode =
  | 'request-invalid'
  | 'request-too-large'
  | 'too-fast'
  | 'token-unknown'
  | 'storage-failed'
  | 'internal-error'
  | 'empty'
  | 'closed'
  | 'phone'

/** One line as a citizen may see it: no notes, no ids of staff, no versions. */
export type CitizenLine = { position: number; at: string } & (
  | { by: 'citizen'; id: string; text: string; masked: boolean }
  | {
      by: 'bot'
      id: string
      text: string
      card: Card | null
      mood: BotMood
      language: Language
    }
  | { by: 'staff'; id: string; name: string; text: string }
  | { by: 'event'; what: Exclude<EventLine['type'], 'alarm'>; name: string | null; text: string }
)
/** What the citizen thought of the reply `of`; `helped` is null where it tells of the comment. */
export type FeedbackLine = {
  position: number
  at: string
  by: 'feedback'
  of: string
  helped: boolean | null
}
export type BotMood = 'reply' | 'notice' | 'broken'
export type { Card, Choice, Language, Standing }

export function isChoice(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 200) return false
  return (
    /^article:[\w-]+#[\w-]+$/.test(value) ||
    /^slot:[\d:.TZ+-]+\/[\d:.TZ+-]+$/.test(value) ||
    ['human', 'call-me', 'write-here', 'leave-queue', 'stay', 'no-thanks'].includes(value)
  )
}
