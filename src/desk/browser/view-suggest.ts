import { html, nothing, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { segmentWords } from './sms-words.ts'
import type { OpenTalk } from './state.ts'

/** What an article would answer. It goes into the field when it is asked for, and never to the citizen by itself. */
export function viewSuggest(
  { page, writing }: Scene,
  { suggestion, row }: OpenTalk,
): TemplateResult | typeof nothing {
  if (!suggestion) return nothing
  const { say } = page
  const { title, version, text } = suggestion
  return html`<section class="suggest" aria-label=${say('suggest.name')}>
    <p>${say('suggest.from', { title, version: version.slice(0, 6) })}${row?.channel === 'sms' ? ` · ${segmentWords(text, say)}` : ''}</p>
    <p class="suggest-text" lang=${row?.language ?? nothing}>${text}</p>
    <button class="button" type="button" @click=${() => writing.useSuggestion()}>${say('suggest.use')} <kbd>F</kbd></button>
  </section>`
}
