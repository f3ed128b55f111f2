import { z } from 'zod'
import { InstantSchema, TranscriptLineSchema } from '#dialogue/transcript-schema.ts'
import { type ErrorCode, errorCodes } from '#platform/errors.ts'
import { exactly } from '#platform/exactly.ts'
import { type CannedReply, CannedWords } from './canned-replies.ts'
import { AccountSchema, BackgroundSchema, DeskRowSchema } from './desk-schemas.ts'
import { type ActResult, FromPage, type ToPage } from './frames.ts'

export const CannedReplySchema = exactly<CannedReply>()(
  CannedWords.extend({
    id: z.string(),
    changed: z.object({ by: z.string(), at: z.string() }).nullable(),
  }),
)
z.globalRegistry.add(CannedReplySchema, { id: 'CannedReply' })

export const ActResultSchema = exactly<ActResult>()(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('done') }),
    z.object({ state: z.literal('taken'), by: z.string().describe('The name of who has it.') }),
    z.object({ state: z.literal('gone') }),
    z.object({ state: z.literal('opted-out') }),
    z.object({ state: z.literal('number'), number: z.string().nullable() }),
    z.object({
      state: z.literal('refused'),
      code: z.enum(Object.keys(errorCodes) as [ErrorCode]),
    }),
  ]),
)
z.globalRegistry.add(ActResultSchema, {
  id: 'ActResult',
  description: 'What became of it. `refused` says why by a code of docs/errors.md.',
})

const now = { now: InstantSchema.describe('The clock of the server.') }
const Colleagues = z
  .array(
    z.object({ staffId: z.string(), name: z.string(), state: z.enum(['free', 'busy', 'away']) }),
  )
  .readonly()
const Suggestion = z.object({
  articleId: z.string(),
  version: z.string(),
  part: z.string(),
  title: z.string(),
  text: z.string(),
})

/** What the live stream of the desk sends. */
export const ToPageSchema = exactly<ToPage>()(
  z.discriminatedUnion('type', [
    z.object({
      ...now,
      type: z.literal('desk'),
      me: AccountSchema,
      rows: z.array(DeskRowSchema).readonly(),
      colleagues: Colleagues,
      instance: z.string().describe('Another one after a restart.'),
      build: z.string(),
    }),
    z.object({ ...now, type: z.literal('row'), row: DeskRowSchema }),
    z.object({ ...now, type: z.literal('gone'), conversationId: z.string() }),
    z.object({ ...now, type: z.literal('colleagues'), colleagues: Colleagues }),
    z.object({
      ...now,
      type: z.literal('lines'),
      conversationId: z.string(),
      row: DeskRowSchema,
      lines: z.array(TranscriptLineSchema).readonly(),
      afresh: z.boolean().describe('The whole transcript: forget what was shown.'),
      background: BackgroundSchema,
    }),
    z.object({
      ...now,
      type: z.literal('writing'),
      conversationId: z.string(),
      writing: z.boolean(),
    }),
    z.object({
      ...now,
      type: z.literal('suggestion'),
      conversationId: z.string(),
      suggestion: Suggestion.nullable(),
    }),
    z.object({ ...now, type: z.literal('canned'), replies: z.array(CannedReplySchema).readonly() }),
    z.object({ ...now, type: z.literal('left'), conversationId: z.string() }),
    z.object({ ...now, type: z.literal('ack'), id: z.string(), result: ActResultSchema }),
    z.object({ ...now, type: z.literal('beat') }),
  ]),
)
z.globalRegistry.add(ToPageSchema, { id: 'DeskServerFrame' })
z.globalRegistry.add(FromPage, { id: 'DeskClientFrame' })
