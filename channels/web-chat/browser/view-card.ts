import { html, nothing, type TemplateResult } from 'lit-html'
import { isSafeUrl } from '#platform/browser/markdown.ts'
import { shownUrl, telLink, yearOrMonth } from './format.ts'
import type { Card } from './frames.ts'
import { icon } from './icons.ts'
import type { Template, View } from './view.ts'
import { outLink } from './view-rich-text.ts'

type CardOf<K extends Card['kind']> = Extract<Card, { kind: K }>

/** The one big way onward, with its address visible. */
export function goLink({ go }: CardOf<'answer'>, { say }: View): Template {
  if (go === null || !isSafeUrl(go.url)) return nothing
  return html`<a class="go" href=${go.url} target="_blank" rel="noopener noreferrer"><span>${go.label}<span class="unseen"> ${say('new-tab')}</span></span><small>${shownUrl(go.url)}</small>${icon('go', true)}</a>`
}

/** Where the facts are from, how old they are, and whether the city has checked them. */
export function sourceLine({ source }: CardOf<'answer'>, { say, state }: View): TemplateResult {
  const age =
    source.asOf === null
      ? `. ${say('source-no-age')}`
      : `, ${say('source-seen', { year: yearOrMonth(source.asOf, state.language) })}`
  const checked = say(source.verified ? 'source-verified' : 'source-unverified')
  const title = isSafeUrl(source.url) ? outLink(source.url, source.title, say) : source.title
  return html`<p class="source" lang=${state.language}>${icon('book')}<span>${say('source')} ${title}${age} ${checked}</span></p>`
}

export function nextQuestions({ nexts }: CardOf<'answer'>, { say, act }: View): Template {
  if (nexts.length === 0) return nothing
  const buttons = nexts
    .slice(0, 3)
    .map(
      ({ choice, label }) =>
        html`<li><button class="button small" type="button" @click=${() => act.choose(choice, label)}>${label}</button></li>`,
    )
  return html`<ul class="nexts" aria-label=${say('nexts')}>${buttons}</ul>`
}

export function choiceList(
  { choices }: Pick<CardOf<'choices'>, 'choices'>,
  leadId: string,
  { act }: View,
): TemplateResult {
  const buttons = choices.map(
    ({ choice, label }) =>
      html`<li><button class="button" type="button" @click=${() => act.choose(choice, label)}><span>${label}</span>${choiceIcon(choice)}</button></li>`,
  )
  return html`<ul class="choices" aria-labelledby=${leadId}>${buttons}</ul>`
}

export function crisisLines({ lines }: CardOf<'crisis'>): TemplateResult {
  const links = lines.map(
    ({ number, label }) => html`<a href=${telLink(number)}><b>${number}</b> ${label}</a>`,
  )
  return html`<div class="lines">${links}</div>`
}

function choiceIcon(choice: string): Template {
  if (choice === 'call-me') return icon('phone')
  if (choice === 'write-here') return icon('chat')
  return choice === 'human' ? icon('person') : nothing
}
