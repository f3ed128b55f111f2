import { bound } from '#channels/web-chat/browser/format.ts'
import { type Block, type Inline, parsePage } from '#platform/browser/markdown.ts'
import { type Html, html, type Part } from '#platform/html.ts'

/** The first sentence as the answer, then what explains it. */
export function richText(text: string, leadId: string): Html {
  const { lead, blocks } = parsePage(text)
  const first =
    lead.length === 0 ? null : html`<p class="lead" id="${leadId}" dir="auto">${inlines(lead)}</p>`
  return html`${first}${blocks.map(blockView)}`
}

/** The same with a heading in front, for notices. `above` stands in the heading, before it. */
export function noticeText(text: string, above: Html | null): Html {
  const { lead, blocks } = parsePage(text)
  return html`<h3 dir="auto">${above}${inlines(lead)}</h3>${blocks.map(blockView)}`
}

function blockView(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p dir="auto">${inlines(block.inlines)}</p>`
  const items = block.items.map((item) => html`<li dir="auto">${inlines(item)}</li>`)
  return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
}

function inlines(parts: readonly Inline[]): Part {
  return parts.map(inlineView)
}

function inlineView(part: Inline): Part {
  switch (part.kind) {
    case 'text':
      return bound(part.text)
    case 'bold':
      return html`<strong>${part.text}</strong>`
    case 'link':
      return html`<a href="${part.url}">${part.label}</a>`
  }
}
