import { z } from 'zod'

/** The texts of a form or an address, by name; "" where there is none. */
export type Texts = (name: string) => string

/**
 * Reads the fields that `fields` names, and no other. What is not a text (a field sent twice, a body that is no form)
 * is as if it were not there.
 */
export function textsOf(values: unknown, fields: z.ZodObject = z.object({})): Texts {
  const texts = new Map(Object.entries(values ?? {}))
  return (name) => {
    const value: unknown = name in fields.shape ? texts.get(name) : undefined
    return typeof value === 'string' ? value : ''
  }
}

/** A field of a form that may be left empty; `about` says what belongs into it. */
export function textOf(about: string): z.ZodOptional<z.ZodString> {
  return z.string().optional().describe(about)
}
