import { z } from 'zod'
import type { Language } from '#conversation/events.ts'

const Words = z.record(z.string(), z.string())
const PerLanguage = z.strictObject({ da: z.string(), en: z.string() })

/** `knowledge-base/tone.yaml`. */
export const Tone = z
  .strictObject({
    avoid: z.strictObject({ da: Words, en: Words }),
    names: z.array(z.string()),
    'article-slots': z.record(z.string(), PerLanguage),
    'ai-line': z.number(),
  })
  .transform(({ avoid, names, 'article-slots': articleSlots, 'ai-line': aiLine }) => ({
    avoid,
    names: new Set(names),
    articleSlots,
    aiLine,
  }))
export type Tone = z.infer<typeof Tone>
export type SlotSamples = Readonly<Record<string, Readonly<Record<Language, string>>>>
