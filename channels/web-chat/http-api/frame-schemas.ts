import { z } from 'zod'
import {
  ClientFrame,
  type RefusalCode,
  type ServerFrame,
} from '#channels/web-chat/browser/frames.ts'
import { exactly } from '#platform/exactly.ts'
import { FeedbackLineSchema, LineSchema } from './line-schema.ts'
import { StandingNow } from './schemas.ts'

const code = exactly<RefusalCode>()(
  z.enum([
    'request-invalid',
    'request-too-large',
    'too-fast',
    'token-unknown',
    'storage-failed',
    'internal-error',
    'empty',
    'closed',
    'phone',
  ]),
)
const refusal = { code, text: z.string().describe('For the citizen, in the language of the page.') }

/** What the socket of the chat sends. The widget does without it: it trusts its own server, and stays small. */
export const ServerFrameSchema = exactly<ServerFrame>()(
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('welcome'),
      token: z.string().describe('Keep it for the next hello; the only key to the conversation.'),
      resumed: z.boolean(),
      standing: StandingNow.nullable(),
      hours: z.string(),
      now: z.string(),
    }),
    z.object({
      type: z.literal('lines'),
      lines: z.array(z.union([LineSchema, FeedbackLineSchema])).readonly(),
    }),
    z.object({ type: z.literal('standing'), standing: StandingNow }),
    z.object({
      type: z.literal('received'),
      id: z.string(),
      lineId: z.string().nullable().describe('Durable; null when it was received before.'),
    }),
    z.object({ type: z.literal('refused'), id: z.string(), ...refusal }),
    z.object({ type: z.literal('staff-writing'), writing: z.boolean() }),
    z.object({ type: z.literal('hours'), hours: z.string() }),
    z.object({ type: z.literal('ended'), how: z.enum(['closed', 'erased']) }),
    z.object({ type: z.literal('error'), ...refusal }),
    z.object({ type: z.literal('pong') }),
  ]),
)
z.globalRegistry.add(ServerFrameSchema, { id: 'ChatServerFrame' })
z.globalRegistry.add(ClientFrame, { id: 'ChatClientFrame' })
