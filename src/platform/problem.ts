import { z } from 'zod'
import { errorCodes } from './errors.ts'

/** What a program gets when something is wrong; docs/errors.md has every code. */
export const Problem = z.object({
  code: z.enum(Object.keys(errorCodes) as [keyof typeof errorCodes]),
  what: z.string().describe('What happened.'),
  do: z.string().describe('What to do about it.'),
})
z.globalRegistry.add(Problem, { id: 'Problem', description: 'Something is wrong.' })
