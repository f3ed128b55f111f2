import type { Language } from '#conversation/events.ts'
import type { Say } from '#desk/words.ts'
import { sayInstant } from '#handoff/say-when.ts'
import { type Html, html } from '#platform/html.ts'

export type TrailRow = { who: string; at: string; what: string; why: string }

/** Who has done what, when and why: the newest first. */
export function trail(rows: readonly TrailRow[], now: string, language: Language, say: Say): Html {
  if (rows.length === 0) return html`<p class="quiet">${say('staff.trail-empty')}</p>`
  const one = ({ who, at, what, why }: TrailRow) =>
    html`<li class="record"><p>${what}</p><p class="meta"><span>${who}</span><time datetime="${at}">${sayInstant(at, now, language)}</time></p>${why === '' ? null : html`<blockquote>${why}</blockquote>`}</li>`
  return html`<ol class="records">${rows.map(one)}</ol>`
}
