import { html, nothing, type TemplateResult } from 'lit-html'
import { type Block, type Inline, parsePage } from '#platform/browser/markdown.ts'
import { bound } from './format.ts'
import type { Template, View } from './view.ts'

/** The first sentence as the answer, then what explains it. Text becomes text nodes only. */
export function richText(text: string, say: View['say'], leadId?: string): TemplateResult {
  const { lead, blocks } = parsePage(text)
  const first =
    lead.length === 0
      ? nothing
      : html`<p class="lead" id=${leadId ?? nothing} dir="auto">${inlines(lead, say)}</p>`
  return html`${first}${blocks.map((block) => blockView(block, say))}`
}

/** The same with a heading in front, for notices. */
export function noticeText(text: string, say: View['say']): TemplateResult {
  const { lead, blocks } = parsePage(text)
  return html`<h3>${inlines(lead, say)}</h3>${blocks.map((block) => blockView(block, say))}`
}

/** A link that leaves the chat where it is. */
export function outLink(url: string, label: string, say: View['say']): TemplateResult {
  if (!/^https?:/i.test(url)) return html`<a href=${url}>${label}</a>`
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}<span class="unseen"> ${say('new-tab')}</span></a>`
}

function blockView(block: Block, say: View['say']): Template {
  if (block.kind === 'paragraph') return html`<p dir="auto">${inlines(block.inlines, say)}</p>`
  const items = block.items.map((item) => html`<li>${inlines(item, say)}</li>`)
  return block.ordered ? html`<ol dir="auto">${items}</ol>` : html`<ul dir="auto">${items}</ul>`
}

function inlines(parts: readonly Inline[], say: View['say']): unknown[] {
  return parts.map((part) => inlineView(part, say))
}

function inlineView(part: Inline, say: View['say']): unknown {
  switch (part.kind) {
    case 'text':
      return bound(part.text)
    case 'bold':
      return html`<strong>${part.text}</strong>`
    case 'link':
      return outLink(part.url, part.label, say)
  }
}
