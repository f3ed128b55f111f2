import { z } from 'zod'
import type { DeskDeps } from '#desk/deps.ts'
import type { StaffRoutes } from '#desk/staff-page/staff-routes.ts'
import { textOf } from '#desk/staff-page/texts.ts'
import { feedbackView } from '#handoff/feedback-view.ts'
import { feedbackPage } from './feedback-page.ts'
import { newestComments, worstFirst } from './read-feedback.ts'

/** `/desk/feedback`: what citizens think of answers; `?about=<article>#<part>` for one of them. */
export function feedbackRoutes(
  routes: StaffRoutes,
  deps: Pick<DeskDeps, 'views' | 'transcript' | 'clock' | 'articleInfo'>,
): void {
  const { views, transcript, clock, articleInfo } = deps
  routes.get('/feedback', 'staff', described, async ({ say, language, query }) => {
    const all = await views.list(feedbackView)
    const chosen = all.find(({ key }) => key === query('about')) ?? null
    const docs = all.map(({ doc }) => doc)
    const page = feedbackPage({
      say,
      language,
      now: clock.now(),
      docs: worstFirst(docs),
      chosen: chosen?.doc ?? null,
      comments: await newestComments(chosen ? [chosen.doc] : docs, transcript),
      titleOf: (articleId) => articleInfo(articleId)?.title ?? articleId,
    })
    return { is: 'page', status: 200, page }
  })
}

const described = {
  summary: 'What citizens think of answers',
  query: z.object({ about: textOf('One of them: `<article>#<part>`.') }),
  answers: { 200: 'Answers with opinions, what helped least first, and the newest comments.' },
}
