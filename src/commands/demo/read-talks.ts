import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Text = z.coerce.string()
const Step = z.union([
  z.strictObject({ says: Text }),
  z.strictObject({ presses: z.enum(['human', 'call-me', 'no-thanks']) }),
  z.strictObject({ passes: z.number().positive() }),
  z.strictObject({ feedback: z.boolean(), comment: z.string() }),
  z.strictObject({ citizen: z.enum(['erases', 'closes']) }),
  z.strictObject({ staff: z.string(), does: z.literal('claim') }),
  z.strictObject({ staff: z.string(), does: z.enum(['say', 'note']), text: Text }),
  z.strictObject({
    staff: z.string(),
    does: z.literal('close'),
    disposition: z.enum([
      'answered',
      'solved-by-staff',
      'abandoned',
      'connection-lost',
      'ended-for-abuse',
    ]),
    text: Text,
  }),
  z.strictObject({
    staff: z.string(),
    does: z.enum(['tried', 'reached', 'not-reached']),
    text: Text,
  }),
])
const DemoTalk = z.strictObject({
  name: z.string(),
  day: z.number().int().min(0).max(9),
  time: z.string().regex(/^\d\d:\d\d$/),
  channel: z.enum(['web-chat', 'sms']),
  language: z.enum(['da', 'en']),
  keeps: z.literal('first').optional(),
  steps: z.array(Step),
})
/** What is said and done in one conversation of the demo. `talks.yaml` says what each step means. */
export type DemoTalk = z.infer<typeof DemoTalk>
export type DemoStep = DemoTalk['steps'][number]

export function readTalks(): readonly DemoTalk[] {
  const file = new URL('talks.yaml', import.meta.url)
  return z.array(DemoTalk).parse(parse(readFileSync(file, 'utf8')))
}
