import type { View } from '#conversation/view.ts'

/** What citizens thought of one part of an article, by `<article id>#<part>`; `-` is what answered without an article. Holds no text. */
export type FeedbackDoc = {
  articleId: string | null
  part: string | null
  helped: number
  notHelped: number
  /** The newest first: where to look. */
  recent: readonly FeedbackMark[]
}
export type FeedbackMark = {
  conversationId: string
  replyId: string
  at: string
  helped: boolean
  version: string | null
}

const KEPT = 50

export const feedbackView: View<FeedbackDoc> = {
  name: 'feedback',
  project({ conversationId, event }, read) {
    if (event.type !== 'feedback-given') return []
    const { about, helped, replyId, at } = event
    const key = about ? `${about.articleId}#${about.part}` : '-'
    const { articleId = null, part = null, version = null } = about ?? {}
    const before = read(key) ?? { articleId, part, helped: 0, notHelped: 0, recent: [] }
    const mark = { conversationId, replyId, at, helped, version }
    const doc: FeedbackDoc = {
      ...before,
      helped: before.helped + (helped ? 1 : 0),
      notHelped: before.notHelped + (helped ? 0 : 1),
      recent: [mark, ...before.recent].slice(0, KEPT),
    }
    return [{ key, doc }]
  },
}
