import type { Language } from '#conversation/events.ts'
import { notice } from '#desk/staff-page/notice.ts'
import type { Shown } from '#desk/staff-page/staff-page.ts'
import type { Say } from '#desk/words.ts'
import type { FeedbackDoc } from '#handoff/feedback-view.ts'
import { sayInstant } from '#handoff/say-when.ts'
import { type Html, html } from '#platform/html.ts'
import type { Comment } from './read-feedback.ts'

export type FeedbackShown = {
  say: Say
  language: Language
  now: string
  docs: readonly FeedbackDoc[]
  /** The comments are about this one alone. */
  chosen: FeedbackDoc | null
  comments: readonly Comment[]
  titleOf: (articleId: string) => string
}

export function feedbackPage(view: FeedbackShown): Shown {
  const { say, docs } = view
  const body =
    docs.length === 0
      ? notice('info', say('feedback.none'), say('feedback.none-more'))
      : html`<p>${say('feedback.lead')}</p>
<section class="panel" aria-labelledby="parts"><h2 id="parts">${say('feedback.parts')}</h2>${table(view)}</section>
<section class="panel" aria-labelledby="comments"><h2 id="comments">${view.chosen ? say('feedback.comments-on', { what: nameOf(view, view.chosen) }) : say('feedback.comments')}</h2>
${view.chosen ? html`<p><a href="/desk/feedback">${say('feedback.all')}</a></p>` : null}${comments(view)}</section>`
  return { current: 'feedback', title: say('feedback.title'), body, isFault: false }
}

function table(view: FeedbackShown): Html {
  const { say, docs } = view
  const rows = docs.map((doc) => {
    const share = Math.round((100 * doc.helped) / (doc.helped + doc.notHelped))
    return html`<tr><th scope="row"><a href="/desk/feedback?about=${encodeURIComponent(keyOf(doc))}">${nameOf(view, doc)}</a></th><td class="number-cell">${doc.notHelped}</td><td class="number-cell">${doc.helped}</td><td class="number-cell">${share}&nbsp;%</td></tr>`
  })
  return html`<table><caption>${say('feedback.caption')}</caption><thead><tr><th scope="col">${say('feedback.answer')}</th><th scope="col" class="number-cell">${say('feedback.not-helped')}</th><th scope="col" class="number-cell">${say('feedback.helped')}</th><th scope="col" class="number-cell">${say('feedback.share')}</th></tr></thead><tbody>${rows}</tbody></table>`
}

function comments(view: FeedbackShown): Html {
  const { say, now, language } = view
  if (view.comments.length === 0) return html`<p class="quiet">${say('feedback.no-comments')}</p>`
  const one = ({ text, about, at, helped, conversationId }: Comment) =>
    html`<li class="record"><blockquote>${text}</blockquote><p class="meta"><span class="badge ${helped ? 'person' : 'wait'}">${say(helped ? 'feedback.helped' : 'feedback.not-helped')}</span><span>${nameOf(view, about)}</span><time datetime="${at}">${sayInstant(at, now, language)}</time></p>
<p class="record-act"><a class="button" href="/desk/conversation/${encodeURIComponent(conversationId)}">${say('feedback.read')}<span class="unseen">: ${text.slice(0, 60)}</span></a></p></li>`
  return html`<ol class="records">${view.comments.map(one)}</ol>`
}

function nameOf({ say, titleOf }: FeedbackShown, { articleId, part }: FeedbackDoc): string {
  if (!articleId) return say('feedback.no-article')
  const title = titleOf(articleId)
  return part === 'main' || part === null ? title : say('feedback.part', { title, part })
}

function keyOf({ articleId, part }: FeedbackDoc): string {
  return articleId ? `${articleId}#${part}` : '-'
}
