import { clockTime } from '#channels/web-chat/browser/format.ts'
import { type Html, html } from './html.ts'
import { icon } from './icon.ts'
import type { View } from './view.ts'

/**
 * How a line stands in the log. `active`: nothing was said after it, so its buttons count. `latest`: the last answer.
 * `news`: the page opens here, and so many are new; 0 elsewhere.
 */
export type Place = { active: boolean; latest: boolean; news: number; isNew: boolean }

/** A line; the one at which the page opens has a name that the address can lead to. */
export function item(className: string, { news }: Place, content: Html): Html {
  const target = news > 0 ? html` id="nyeste" tabindex="-1"` : null
  return html`<li class="${className}"${target}>${content}</li>`
}

/** A notice with its icon; its heading says that it is new, when it is. */
export function notice(
  kind: 'wait' | 'person' | 'danger' | 'plain',
  name: Parameters<typeof icon>[0],
  place: Place,
  body: Html,
): Html {
  return item(`notice ${kind}`, place, html`${icon(name)}<div class="notice-body">${body}</div>`)
}

/** Who says it, and when; under a heading where the page opens. */
export function who(name: Html, at: string, place: Place, view: View): Html {
  const told = newest(at, place, view)
  const shown = html`${name} ${timeOf(at, view)}`
  if (place.news > 0) return html`<h3 class="heading">${told}</h3><p class="who">${shown}</p>`
  return html`<p class="who">${shown} ${told}</p>`
}

/** "Nyeste svar, 22.01" where the page opens; a mark at what else is new. */
export function newest(at: string, { news, isNew }: Place, view: View): Html | null {
  const { say } = view
  if (news > 1) return html`<span class="newest">${say('news-many', { count: news })}</span> `
  if (news === 1) return html`<span class="newest">${say('news-one')}, ${timeOf(at, view)}</span> `
  return isNew ? html`<span class="badge">${say('new')}</span> ` : null
}

export function timeOf(at: string, { state }: View): Html {
  return html`<time datetime="${at}">${clockTime(at, state.language)}</time>`
}

export function buttonRow(buttons: readonly Html[]): Html | null {
  return buttons.length === 0 ? null : html`<div class="buttons">${buttons}</div>`
}
