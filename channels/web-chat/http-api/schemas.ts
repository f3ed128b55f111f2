import { z } from 'zod'
import { isChoice } from '#channels/web-chat/browser/frames.ts'
import type { Standing } from '#dialogue/dialogue.ts'
import { InstantSchema, LanguageSchema, SlotSchema } from '#dialogue/transcript-schema.ts'
import { exactly } from '#platform/exactly.ts'
import { LineSchema } from './line-schema.ts'

const slot = z.strictObject({ from: InstantSchema, to: InstantSchema })
const choice = z.string().max(200).refine(isChoice, 'is none of the choices that were offered')

export const StartBody = z.strictObject({ language: z.enum(['da', 'en']).default('da') })
export const Started = z
  .object({
    token: z.string().describe('The only key to the conversation: keep it, and send it as Bearer.'),
  })
  .describe('It has begun.')

/** `messageId` makes sending twice harmless. With `choice` or `callback`, `text` is what the button or form said. */
export const SayBody = z.strictObject({
  messageId: z.string().min(1).max(64),
  text: z.string(),
  choice: choice.optional().describe('A choice of a card, pressed.'),
  callback: z.strictObject({ slot, phone: z.string().max(60) }).optional(),
})

export const ReadQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })

export const Said = z
  .object({
    state: z.enum(['answered', 'kept', 'repeated']),
    utterance: z.object({ id: z.string(), text: z.string() }).nullable(),
    lines: z.array(LineSchema).readonly(),
  })
  .describe(
    '200 `answered`: the reply is among the lines. 202 `kept`: durable, and no reply yet; read on later. 202 `repeated`: was received before.',
  )
export const Lines = z
  .object({ lines: z.array(LineSchema).readonly() })
  .describe('In order; the `position` of the last is where to read on.')

export const FeedbackBody = z.strictObject({
  of: z.string().max(100).describe('The id of a line that the bot wrote.'),
  helped: z.boolean(),
  comment: z.string().max(1_000).default(''),
})
export const Done = z.object({ state: z.literal('done') }).describe('Done, and durable.')
export const StandingNow = exactly<Standing>()(
  z.object({
    handledBy: z.enum(['bot', 'queue', 'staff', 'nobody']),
    thinking: z.boolean(),
    language: LanguageSchema,
    ahead: z.int().nullable().describe('How many wait in front, while queued.'),
    reference: z.string().nullable(),
    holderName: z.string().nullable(),
    callback: z.object({ reference: z.string(), slot: SlotSchema, when: z.string() }).nullable(),
    hours: z.string(),
    erased: z.boolean(),
  }),
)
z.globalRegistry.add(StandingNow, { id: 'Standing', description: 'How it stands now.' })
