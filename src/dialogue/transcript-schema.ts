import { z } from 'zod'
import type { ChannelName, Choice, Language, Outcome, Slot } from '#conversation/events.ts'
import { exactly } from '#platform/exactly.ts'
import type { Card, EventLine, TranscriptLine } from './transcript.ts'

export const InstantSchema = z.iso.datetime()
export const ChannelSchema = exactly<ChannelName>()(
  z.enum(['web-chat', 'sms', 'voice', 'bot-framework', 'terminal']),
)
export const LanguageSchema = exactly<Language>()(z.enum(['da', 'en']))
export const SlotSchema = exactly<Slot>()(z.object({ from: InstantSchema, to: InstantSchema }))

const ChoiceSchema = exactly<Choice>()(
  z.union([
    z.templateLiteral(['article:', z.string(), '#', z.string()]),
    z.templateLiteral(['slot:', z.string(), '/', z.string()]),
    z.enum(['human', 'call-me', 'write-here', 'leave-queue', 'stay', 'no-thanks']),
  ]),
)
const CardChoiceSchema = z.object({ choice: ChoiceSchema, label: z.string() })
/** What stands with a reply of the bot. */
export const CardSchema = exactly<Card>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('answer'),
      source: z.object({
        title: z.string(),
        url: z.string(),
        asOf: z.string().nullable(),
        verified: z.boolean(),
        articleId: z.string(),
      }),
      go: z.object({ label: z.string(), url: z.string() }).nullable(),
      nexts: z.array(CardChoiceSchema).readonly(),
      plain: z.string().describe('The same answer in few and plain words.'),
    }),
    z.object({
      kind: z.literal('choices'),
      choices: z.array(CardChoiceSchema).readonly(),
      hint: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('callback-form'),
      slots: z.array(z.object({ slot: SlotSchema, label: z.string() })).readonly(),
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
  ]),
)
z.globalRegistry.add(CardSchema, { id: 'Card' })

const OutcomeSchema = exactly<Outcome>()(
  z.enum([
    'answered',
    'clarified',
    'signposted-crisis',
    'own-case',
    'declined-decision',
    'handed-off-queued',
    'handed-off-callback',
    'handed-off-offered',
    'handed-off-failed',
    'small-talk',
    'repeated',
    'closed',
    'unanswerable-out-of-scope',
    'unanswerable-unknown',
    'unanswerable-not-understood',
    'refused-unsafe',
    'refused-too-long',
    'refused-rate',
    'failed-timeout',
    'failed-internal',
  ]),
)
export const EventTypeSchema = exactly<EventLine['type']>()(
  z.enum([
    'queued',
    'accepted',
    'returned',
    'left',
    'overdue',
    'paused',
    'alarm',
    'holder-lost',
    'handoff-failed',
    'callback-promised',
    'callback-attempted',
    'callback-cancelled',
    'closed',
    'reopened',
    'erased',
    'opted-out',
    'opted-in',
  ]),
)

const place = { position: z.int().min(0), at: InstantSchema }
const said = { ...place, id: z.string(), channel: ChannelSchema, text: z.string() }
const article = z.object({
  articleId: z.string(),
  title: z.string(),
  version: z.string(),
  part: z.string(),
})
/** One line of a conversation as the desk reads it. */
export const TranscriptLineSchema = exactly<TranscriptLine>()(
  z.discriminatedUnion('by', [
    z.object({ ...said, by: z.literal('citizen'), masked: z.boolean() }),
    z.object({
      ...said,
      by: z.literal('bot'),
      language: LanguageSchema,
      card: CardSchema.nullable(),
      outcome: z.union([OutcomeSchema, z.literal('notice')]),
      utteranceIds: z.array(z.string()).readonly(),
      articles: z.array(article).readonly(),
    }),
    z.object({ ...said, by: z.literal('staff'), name: z.string() }),
    z.object({
      ...place,
      by: z.literal('event'),
      what: z.object({
        type: EventTypeSchema,
        name: z.string().nullable(),
        detail: z.string().nullable(),
        text: z.string().nullable(),
      }),
    }),
    z.object({
      ...place,
      by: z.literal('delivery'),
      id: z.string(),
      status: z.enum(['sent', 'delivered', 'failed']),
    }),
    z.object({
      ...place,
      by: z.literal('feedback'),
      of: z.string(),
      helped: z.boolean().nullable(),
      text: z.string(),
    }),
    z.object({
      ...place,
      by: z.literal('note'),
      id: z.string(),
      name: z.string(),
      text: z.string(),
    }),
  ]),
)
z.globalRegistry.add(TranscriptLineSchema, { id: 'TranscriptLine' })
