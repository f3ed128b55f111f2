import { z } from 'zod'
import {
  ChannelSchema,
  InstantSchema,
  LanguageSchema,
  SlotSchema,
} from '#dialogue/transcript-schema.ts'
import type { DeskItem } from '#handoff/desk-item.ts'
import { exactly } from '#platform/exactly.ts'
import type { Account } from './accounts.ts'
import type { Background } from './background.ts'
import type { DeskRow } from './desk-row.ts'

export const AccountSchema = exactly<Account>()(
  z.object({ id: z.string(), name: z.string(), role: z.enum(['staff', 'lead']) }),
)
z.globalRegistry.add(AccountSchema, { id: 'Account' })

const item = {
  conversationId: z.string(),
  channel: ChannelSchema,
  language: LanguageSchema,
  state: z.enum(['bot', 'waiting', 'held', 'closed']),
  holder: z.string().nullable().describe('The account that has it.'),
  queue: z.string().nullable(),
  reason: z.enum(['asked-for-human', 'no-answer', 'crisis', 'own-case', 'decision']).nullable(),
  reference: z.string().nullable(),
  waitingSince: InstantSchema.nullable(),
  firstInLine: z.boolean(),
  overdue: z.boolean(),
  alarm: z.boolean(),
  topic: z.string().nullable().describe('The article that it is about.'),
  startedAt: InstantSchema,
  lastAt: InstantSchema,
  lastUtteranceId: z.string().nullable(),
  lastBy: z.enum(['citizen', 'bot', 'staff']),
  questions: z.int(),
  answered: z.int(),
  callback: z
    .object({
      reference: z.string(),
      means: z.enum(['phone', 'sms', 'here']),
      slot: SlotSchema,
      queue: z.string(),
      phoneOf: z.string(),
      attempts: z.int(),
      state: z.enum(['open', 'tried', 'reached', 'not-reached', 'cancelled']),
    })
    .nullable(),
  disposition: z
    .enum([
      'answered',
      'solved-by-staff',
      'callback-reached',
      'callback-not-reached',
      'abandoned',
      'erased',
      'connection-lost',
      'ended-for-abuse',
    ])
    .nullable(),
  erased: z.boolean(),
}
/** A conversation as the desk lists it. */
export const DeskItemSchema = exactly<DeskItem>()(z.object(item))
z.globalRegistry.add(DeskItemSchema, { id: 'DeskItem' })

/** The same with what a list shows beside it. */
export const DeskRowSchema = exactly<DeskRow>()(
  z.object({
    ...item,
    preview: z.string().nullable().describe('The last thing that the citizen said, cut short.'),
    holderName: z.string().nullable(),
    topicTitle: z.string().nullable(),
  }),
)
z.globalRegistry.add(DeskRowSchema, { id: 'DeskRow' })

/** What was asked of the bot, and from which articles it answered. */
export const BackgroundSchema = exactly<Background>()(
  z.object({
    asked: z
      .array(
        z.object({
          text: z.string(),
          at: z.string(),
          fate: z.enum(['answered', 'clarified', 'signposted', 'unanswered', 'waiting']),
          articles: z
            .array(
              z.object({
                articleId: z.string(),
                title: z.string(),
                version: z.string(),
                part: z.string(),
                url: z.string().nullable(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    unverified: z.array(z.string()).readonly().describe('Titles of articles nobody has checked.'),
  }),
)
z.globalRegistry.add(BackgroundSchema, { id: 'Background' })
