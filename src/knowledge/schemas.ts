import { z } from 'zod'

/** An editor may write a year as a number; `unknown` is an answer too. */
const AsOf = z.union([z.string().min(1), z.number()]).transform(String)
const Text = z.string().min(1)
const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is written in small letters with hyphens')
const WebAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain })
const perLanguage = <T extends z.ZodType>(of: T) => z.strictObject({ da: of, en: of })

export const FrontMatter = z.strictObject({
  id: Id,
  title: Text,
  audience: z.enum(['citizen', 'business']),
  owner: Text,
  sources: z.array(z.strictObject({ url: WebAddress, as_of: AsOf })),
  legal: z.array(Text),
  valid_from: z.iso.date(),
  review_by: z.iso.date(),
  status: z.enum(['draft', 'review', 'published']),
  verified: z.boolean(),
  sensitivity: z.enum(['normal', 'sensitive', 'crisis']),
  self_service: z.array(z.strictObject({ label: Text, url: WebAddress })),
  queue: Id,
  related: z.array(Id),
  parts: z.record(
    Id,
    z.strictObject({ label: Text.optional(), asks: Text, sms: Text, spoken: Text }),
  ),
})
export type FrontMatter = z.infer<typeof FrontMatter>

const FactEntry = z
  .strictObject({
    label: Text,
    label_en: Text.optional(),
    value: z.union([Text, z.number(), perLanguage(Text)]),
    unit: z.union([z.literal('kr'), perLanguage(Text)]).optional(),
    changes: z.enum(['yearly', 'any-time', 'rarely', 'never', 'crisis']),
    as_of: AsOf,
    source: WebAddress.nullable(),
    confidence: Text,
  })
  .refine(({ changes, label_en }) => changes !== 'crisis' || label_en !== undefined, {
    path: ['label_en'],
    message: 'is read by citizens beside a crisis number, so it must be there',
  })
export const FactsFile = z.record(Id, FactEntry)

const Renderings = z.strictObject({
  web: Text.optional(),
  sms: Text.optional(),
  spoken: Text.optional(),
})
const Lines = z.string().nullable()
const Kinds = z.record(Id, Lines).nullable().optional()

export const IntentYaml = z.strictObject({
  id: Id,
  description: perLanguage(Text),
  choice: perLanguage(Text),
  official: perLanguage(z.array(Text)).optional(),
  asks_back: z.strictObject({ when_only: z.array(Text), between: z.array(Id).max(3) }).optional(),
  policy: z.looseObject({ recognised: z.string().optional() }),
  /** The longest likely value of each slot, for the lint to count with. */
  slots: z.record(Id, perLanguage(Text)).nullable().optional(),
  replies: z
    .record(
      Id,
      perLanguage(Renderings).extend({
        notice_inside: z.boolean().optional(),
        only: z.array(z.enum(['web', 'sms', 'spoken'])).optional(),
      }),
    )
    .optional(),
  examples: z.array(z.strictObject({ origin: Text, da: Kinds, en: Kinds })),
  decoys: z.strictObject({ da: Lines.optional(), en: Lines.optional() }),
})
export type IntentYaml = z.infer<typeof IntentYaml>
