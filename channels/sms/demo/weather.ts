import { z } from 'zod'

/** How the fake provider behaves from now on. */
export const Weather = z.enum([
  'fine',
  /** Answers and webhooks take seconds. */
  'slow',
  /** 503, and webhooks wait until it is over. */
  'down',
  /** 429 with Retry-After. */
  'throttled',
  /** 400 that quotes number and text. */
  'refusing',
  /** Takes the text and never answers. */
  'silent',
  /** Takes the text and breaks off in the middle of its answer. */
  'half',
  /** Every webhook comes twice. */
  'twice',
  /** Webhooks come in reverse order. */
  'shuffled',
  /** The receipt comes before the answer. */
  'hasty',
])
export type Weather = z.infer<typeof Weather>
