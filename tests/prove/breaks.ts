import type { Break } from './break.ts'
import { aPersonAlways } from './breaks-person.ts'

/** Every patch; each invariant has at least one. */
export const breaks: readonly Break[] = [...aPersonAlways]
