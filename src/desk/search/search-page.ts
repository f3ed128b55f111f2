import type { Account } from '#desk/accounts.ts'
import { type Faults, faultSummary, selectField, textField } from '#desk/staff-page/form-parts.ts'
import { notice } from '#desk/staff-page/notice.ts'
import type { Shown } from '#desk/staff-page/staff-page.ts'
import type { Texts } from '#desk/staff-page/texts.ts'
import { trail } from '#desk/staff-page/trail.ts'
import { type Html, html } from '#platform/html.ts'
import { type HitWords, hitRow } from './hit-row.ts'
import type { Found } from './search-past.ts'
import type { SearchEntry } from './trace-searches.ts'

export type SearchView = HitWords & {
  colleagues: readonly Account[]
  form: Texts
  faults: Faults
  /** Null before anything was searched for. */
  found: Found | null
  /** For leads alone. */
  trail: readonly { who: string; at: string; conversationId: string; entry: SearchEntry }[] | null
}

const channels = ['web-chat', 'sms'] as const
const FIELDS = ['reference', 'words', 'topic', 'channel', 'colleague', 'from', 'to'] as const

export function searchPage(view: SearchView): Shown {
  const { say, faults, found } = view
  const body = html`<p>${say('search.lead')}</p>${faultSummary(say, faults)}
<section class="panel" aria-label="${say('search.form')}">${searchForm(view)}</section>
${found ? results(view, found) : null}${view.trail ? trailOf(view, view.trail) : null}`
  const isFault = Object.keys(faults).length > 0
  return { current: 'search', title: say('search.title'), body, isFault }
}

function searchForm(view: SearchView): Html {
  const { say, articles, colleagues, form, faults } = view
  const any = { value: '', label: say('search.any') }
  const text = (
    name: 'reference' | 'words' | 'from' | 'to',
    type: 'search' | 'date',
    hint: string | null,
  ) =>
    textField({
      id: name,
      name,
      label: say(`search.${name}`),
      value: form(name),
      type,
      hint,
      faults,
    })
  const select = (name: string, options: readonly { value: string; label: string }[]) =>
    selectField({
      id: name,
      name,
      label: say(`search.${name}`),
      value: form(name),
      options: [any, ...options],
      hint: null,
      faults,
    })
  return html`<form method="post" action="/desk/search" role="search">
<div class="field-row">${text('words', 'search', say('search.words-hint'))}${text('reference', 'search', say('search.reference-hint'))}</div>
<div class="field-row">${select(
    'topic',
    articles.map(({ id, title }) => ({ value: id, label: title })),
  )}
${select(
  'channel',
  channels.map((one) => ({ value: one, label: say(`channel.${one}`) })),
)}
${select(
  'colleague',
  colleagues.map(({ id, name }) => ({ value: id, label: name })),
)}</div>
<div class="field-row">${text('from', 'date', null)}${text('to', 'date', null)}</div>
<p class="quiet">${say('search.noted')}</p>
<div class="buttons"><button class="button primary">${say('search.go')}</button></div></form>`
}

function results(view: SearchView, found: Found): Html {
  const { say } = view
  const { hits, next, isCutShort } = found
  const more = next ? moreForm(view, next) : null
  const cut = isCutShort ? notice('wait', say('search.cut-short')) : null
  if (hits.length === 0)
    return html`<section class="panel" aria-labelledby="found"><h2 id="found">${say('search.none')}</h2>${cut}${isCutShort ? null : html`<p>${say('search.none-more')}</p>`}${more}</section>`
  const title = say(next ? 'search.found-more' : 'search.found', { count: hits.length })
  return html`<section class="panel" aria-labelledby="found"><h2 id="found">${title}</h2>
<ol class="records">${hits.map((hit) => hitRow(view, hit))}</ol>${cut}${more}</section>`
}

function moreForm({ say, form }: SearchView, next: string): Html {
  const kept = FIELDS.map(
    (name) => html`<input type="hidden" name="${name}" value="${form(name)}">`,
  )
  return html`<form method="post" action="/desk/search">${kept}<input type="hidden" name="below" value="${next}"><div class="buttons"><button class="button">${say('search.more')}</button></div></form>`
}

function trailOf({ say, now, language }: SearchView, rows: NonNullable<SearchView['trail']>): Html {
  const shown = rows.map(({ who, at, conversationId, entry }) => ({
    who,
    at,
    why: '',
    what:
      entry.did === 'search'
        ? say('search.did-search', {
            by:
              entry.by.map((one) => say(`search.by-${one}`)).join(', ') || say('search.by-nothing'),
          })
        : say('search.did-open', { id: conversationId.slice(0, 8) }),
  }))
  return html`<section class="panel" aria-labelledby="trail"><h2 id="trail">${say('staff.trail')}</h2>${trail(shown, now, language, say)}</section>`
}
