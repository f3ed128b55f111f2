import { z } from 'zod'
import { isChoice } from '#channels/web-chat/browser/frames.ts'

const instant = z.iso.datetime()
const slot = z.strictObject({ from: instant, to: instant })
const choice = z.string().max(200).refine(isChoice, 'is none of the choices that were offered')

export const StartBody = z.strictObject({ language: z.enum(['da', 'en']).default('da') })
export const Started = z.object({
  token: z.string().describe('The only key to the conversation: keep it, and send it as Bearer.'),
})

/** `messageId` makes sending twice harmless. With `choice` or `callback`, `text` is what the button or form said. */
export const SayBody = z.strictObject({
  messageId: z.string().min(1).max(64),
  text: z.string(),
  choice: choice.optional().describe('A choice of a card, pressed.'),
  callback: z.strictObject({ slot, phone: z.string().max(60) }).optional(),
})

export const ReadQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })

const link = z.object({ label: z.string(), url: z.string() })
const cardChoice = z.object({ choice: z.string(), label: z.string() })
const Card = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    source: z.object({
      title: z.string(),
      url: z.string(),
      asOf: z.string().nullable(),
      verified: z.boolean(),
      articleId: z.string(),
    }),
    go: link.nullable(),
    nexts: z.array(cardChoice).readonly(),
    plain: z.string(),
  }),
  z.object({
    kind: z.literal('choices'),
    choices: z.array(cardChoice).readonly(),
    hint: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('callback-form'),
    slots: z.array(z.object({ slot, label: z.string() })).readonly(),
  }),
  z.object({
    kind: z.literal('receipt'),
    reference: z.string(),
    when: z.string(),
    numberEnd: z.string().nullable(),
    about: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('crisis'),
    lines: z.array(z.object({ number: z.string(), label: z.string() })).readonly(),
  }),
  z.object({ kind: z.literal('queued'), reference: z.string() }),
])

const place = { position: z.int(), at: instant }
/** A line of the conversation; see `CitizenLine`. */
export const Line = z.discriminatedUnion('by', [
  z.object({
    ...place,
    by: z.literal('citizen'),
    id: z.string(),
    text: z.string(),
    masked: z.boolean(),
  }),
  z.object({
    ...place,
    by: z.literal('bot'),
    id: z.string(),
    text: z.string(),
    card: Card.nullable(),
    mood: z.enum(['reply', 'notice', 'broken']),
  }),
  z.object({
    ...place,
    by: z.literal('staff'),
    id: z.string(),
    name: z.string(),
    text: z.string(),
  }),
  z.object({
    ...place,
    by: z.literal('event'),
    what: z.string(),
    name: z.string().nullable(),
    text: z.string(),
  }),
  z.object({
    ...place,
    by: z.literal('feedback'),
    of: z.string(),
    helped: z.boolean().nullable(),
  }),
])

/** `answered`: the reply is among the lines. `kept`: durable, and no reply yet; read on after `position`. */
export const Said = z.object({
  state: z.enum(['answered', 'kept', 'repeated']),
  utterance: z.object({ id: z.string(), text: z.string() }).nullable(),
  lines: z.array(Line).readonly(),
})
export const Lines = z.object({ lines: z.array(Line).readonly() })

export const FeedbackBody = z.strictObject({
  of: z.string().max(100).describe('The id of a line that the bot wrote.'),
  helped: z.boolean(),
  comment: z.string().max(1_000).default(''),
})
export const Done = z.object({ state: z.literal('done') })
export const StandingNow = z.object({
  handledBy: z.enum(['bot', 'queue', 'staff', 'nobody']),
  thinking: z.boolean(),
  language: z.enum(['da', 'en']),
  ahead: z.int().nullable().describe('How many wait in front, while queued.'),
  reference: z.string().nullable(),
  holderName: z.string().nullable(),
  callback: z.object({ reference: z.string(), slot, when: z.string() }).nullable(),
  hours: z.string(),
  erased: z.boolean(),
})
