import type { DeskRow } from '#desk/desk-row.ts'
import { hasWord, type Say } from './say.ts'

/** What a conversation is about, in a few words. */
export function titleOf(row: DeskRow, say: Say): string {
  if (row.topicTitle) return row.topicTitle
  return row.reason ? say(`reason.${row.reason}`) : say('talk.no-topic')
}

/** Seven digits in pairs, as they are said on the phone: 60 45 18 2. */
export function inPairs(reference: string): string {
  return reference.replace(/(\d{2})(?=\d)/g, '$1\u00a0')
}

export function queueName(queue: string, say: Say): string {
  return hasWord(`queue.${queue}`) ? say(`queue.${queue}`) : queue
}
