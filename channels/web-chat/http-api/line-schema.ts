import { z } from 'zod'
import type { CitizenLine, FeedbackLine } from '#channels/web-chat/browser/frames.ts'
import {
  CardSchema,
  EventTypeSchema,
  InstantSchema,
  LanguageSchema,
} from '#dialogue/transcript-schema.ts'
import { exactly } from '#platform/exactly.ts'

const place = { position: z.int().min(0), at: InstantSchema }
/** A line of the conversation as its citizen may see it. */
export const LineSchema = exactly<CitizenLine>()(
  z.discriminatedUnion('by', [
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
      card: CardSchema.nullable(),
      mood: z.enum(['reply', 'notice', 'broken']),
      language: LanguageSchema,
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
      what: EventTypeSchema.exclude(['alarm']),
      name: z.string().nullable(),
      text: z.string(),
    }),
  ]),
)
z.globalRegistry.add(LineSchema, { id: 'Line' })

/** What the citizen thought of a reply; the socket tells it among the lines. */
export const FeedbackLineSchema = exactly<FeedbackLine>()(
  z.object({
    ...place,
    by: z.literal('feedback'),
    of: z.string(),
    helped: z.boolean().nullable(),
  }),
)
