import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { deskShared, problems } from '#desk/api-answers.ts'
import type { DeskDeps } from '#desk/deps.ts'
import type { Rights } from '#desk/rights.ts'
import { type FeedbackDoc, feedbackView } from '#handoff/feedback-view.ts'
import { exactly } from '#platform/exactly.ts'
import { newestComments, worstFirst } from './read-feedback.ts'

/** What `/desk/feedback` shows, for programs. */
export function feedbackApi(
  app: FastifyInstance,
  { views, transcript }: Pick<DeskDeps, 'views' | 'transcript'>,
  rights: Rights,
): void {
  app.get('/api/feedback', { schema: described }, async (request) => {
    await rights.staff(request)
    const docs = (await views.list(feedbackView)).map(({ doc }) => doc)
    const comments = await newestComments(docs, transcript)
    return {
      answers: worstFirst(docs),
      comments: comments.map(({ about: { articleId, part }, ...comment }) => ({
        ...comment,
        articleId,
        part,
      })),
    }
  })
}

const mark = {
  conversationId: z.string(),
  replyId: z.string(),
  at: z.string(),
  helped: z.boolean(),
  version: z.string().nullable().describe('Of the article.'),
}
const about = {
  articleId: z.string().nullable().describe('Null: answers that rest on no article.'),
  part: z.string().nullable(),
}
const FeedbackDocSchema = exactly<FeedbackDoc>()(
  z.object({
    ...about,
    helped: z.int(),
    notHelped: z.int(),
    recent: z.array(z.object(mark)).readonly(),
  }),
)
const described = {
  ...deskShared,
  summary: 'What citizens think of answers: what helped least first, and the newest comments',
  response: {
    200: z
      .object({
        answers: z.array(FeedbackDocSchema).readonly(),
        comments: z.array(z.object({ ...mark, ...about, text: z.string() })),
      })
      .describe('All answers with an opinion, and at most twenty comments.'),
    ...problems,
  },
}
