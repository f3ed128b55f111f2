import type { FeedbackLine } from './frames.ts'

/** Whether an answer helped. `sent` until the server has stored it. */
export type Opinion = {
  helped: boolean
  fate: 'sent' | 'given'
  comment: Comment
}
export type Comment =
  /** Nobody asks for one: the answer helped, or the page was loaded again since. */
  | { state: 'none' }
  | { state: 'asked'; fault: string | null }
  | { state: 'sent'; text: string }
  | { state: 'given' }
export type Opinions = Readonly<Record<string, Opinion>>

/** What the stored lines say of them. Whoever said no on this page a moment ago is asked what was missing. */
export function withStored(opinions: Opinions, lines: readonly FeedbackLine[]): Opinions {
  const now: Record<string, Opinion> = { ...opinions }
  for (const line of lines) now[line.of] = opinionAfter(now[line.of], line)
  return now
}

/** The answer whose opinion, or the comment on it, was sent from this page and is now stored. */
export function newlyStored(before: Opinions, now: Opinions): string | undefined {
  if (before === now) return undefined
  const stored = (opinion: Opinion | undefined) =>
    Number(opinion?.fate === 'given') + Number(opinion?.comment.state === 'given')
  return Object.keys(before).find((of) => stored(now[of]) > stored(before[of]))
}

/** The server could not take it: what was sent can be sent again. */
export function takenBack(opinions: Opinions): Opinions {
  return Object.fromEntries(
    Object.entries(opinions).flatMap(([of, opinion]) => {
      if (opinion.fate === 'sent') return []
      const isSent = opinion.comment.state === 'sent'
      const comment: Comment = isSent ? { state: 'asked', fault: null } : opinion.comment
      return [[of, { ...opinion, comment }]]
    }),
  )
}

/** What was sent and has not been stored yet, as far as the page knows. */
export function unstored(opinions: Opinions) {
  return Object.entries(opinions).flatMap(([of, { helped, fate, comment }]) => {
    if (comment.state === 'sent') return [{ of, helped, comment: comment.text }]
    return fate === 'sent' ? [{ of, helped, comment: '' }] : []
  })
}

function opinionAfter(before: Opinion | undefined, { helped }: FeedbackLine): Opinion {
  if (helped === null) {
    return { helped: false, ...before, fate: 'given', comment: { state: 'given' } }
  }
  if (before?.fate === 'given') return before
  const isAsked = before !== undefined && !helped
  return {
    helped,
    fate: 'given',
    comment: isAsked ? { state: 'asked', fault: null } : { state: 'none' },
  }
}
