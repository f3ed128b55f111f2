import type { TranscriptLine } from '#dialogue/transcript.ts'
import type { FeedbackDoc, FeedbackMark } from '#handoff/feedback-view.ts'

export type Comment = FeedbackMark & { about: FeedbackDoc; text: string }

const COMMENTS_SHOWN = 20
/** Most give no comment: how many of the newest are looked at for one. */
const LOOKED_AT = 60

/** Worst first: what helped least often, and of two alike what more people were asked about. */
export function worstFirst(docs: readonly FeedbackDoc[]): readonly FeedbackDoc[] {
  return docs.toSorted(
    (a, b) => b.notHelped - b.helped - (a.notHelped - a.helped) || b.notHelped - a.notHelped,
  )
}

/** The newest comments, read where they stand in the conversation: once erased they are gone from here too. */
export async function newestComments(
  docs: readonly FeedbackDoc[],
  transcript: (conversationId: string) => Promise<readonly TranscriptLine[]>,
): Promise<readonly Comment[]> {
  const marks = docs
    .flatMap((about) => about.recent.map((mark) => ({ ...mark, about })))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, LOOKED_AT)
  const comments: Comment[] = []
  for (const mark of marks) {
    if (comments.length === COMMENTS_SHOWN) break
    const text = commentOn(mark, await transcript(mark.conversationId))
    if (text !== '') comments.push({ ...mark, text })
  }
  return comments
}

function commentOn({ replyId }: FeedbackMark, lines: readonly TranscriptLine[]): string {
  const found = lines.find(
    (line) => line.by === 'feedback' && line.of === replyId && line.text !== '',
  )
  return found?.by === 'feedback' ? found.text : ''
}
