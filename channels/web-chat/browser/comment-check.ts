import { MAX_COMMENT } from './comment-limit.ts'
import type { Say } from './words.ts'

/** What is wrong with a comment on an answer, and what to do about it. */
export function commentFault(text: string, say: Say): string | null {
  if (text === '') return say('comment-missing')
  const over = text.length - MAX_COMMENT
  return over > 0 ? say('comment-too-long', { count: over }) : null
}
