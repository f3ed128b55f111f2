import { clockTime } from '#channels/web-chat/browser/format.ts'
import type { Language } from '#channels/web-chat/browser/frames.ts'
import { type Html, html } from '#platform/html.ts'
import { icon } from './icon.ts'
import type { View } from './view.ts'

/**
 * How a line stands in the log. `active`: nothing was said after it, so its buttons count. `latest`: the last answer.
 * `news`: the page opens here, and so many are new; 0 elsewhere. `language`: when it is not the page's.
 */
export type Place = {
  active: boolean
  latest: boolean
  news: number
  isNew: boolean
  language: Language | null
}

/** A line; the one at which the page opens has a name that the address can lead to. */
export function item(className: string, { news, language }: Place, content: Html): Html {
  const target = news > 0 ? html` id="nyeste" tabindex="-1"` : null
  const spoken = language === null ? null : html` lang="${language}"`
  return html`<li class="${className}"${target}${spoken}>${content}</li>`
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

/** Who says it, and when; a heading where the page opens. */
export function who(name: Html, at: string, place: Place, view: View): Html {
  const told = html`${name} ${newest(place, view)}${timeOf(at, view)}`
  return place.news > 0 ? html`<h3 class="who">${told}</h3>` : html`<p class="who">${told}</p>`
}

/** "Nyeste svar" where the page opens; a mark at what else is new. */
export function newest({ news, isNew }: Place, { say }: View): Html | null {
  if (news > 1) return html`<span class="newest">${say('news-many', { count: news })}</span> `
  if (news === 1) return html`<span class="newest">${say('news-one')}</span> `
  return isNew ? html`<span class="badge">${say('new')}</span> ` : null
}

export function timeOf(at: string, { state }: View): Html {
  return html`<time datetime="${at}">${clockTime(at, state.language)}</time>`
}

export function buttonRow(buttons: readonly Html[]): Html | null {
  return buttons.length === 0 ? null : html`<div class="buttons">${buttons}</div>`
}
