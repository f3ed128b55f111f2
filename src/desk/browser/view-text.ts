import { html, type TemplateResult } from 'lit-html'
import { directed } from '#platform/browser/directed.ts'
import { type Block, type Inline, parseBlocks } from '#platform/browser/markdown.ts'

/** What people wrote, as they wrote it: a link that a citizen makes up leads nowhere. */
export function viewPlain(text: string): TemplateResult {
  return html`<p dir="auto">${directed(text)}</p>`
}

/** What the bot said: our own texts, in paragraphs and lists, with bold and links. Nothing is read as HTML. */
export function viewMarkup(text: string): readonly TemplateResult[] {
  return parseBlocks(text).map(viewBlock)
}

function viewBlock(block: Block): TemplateResult {
  if (block.kind === 'paragraph') return html`<p>${block.inlines.map(viewInline)}</p>`
  const items = block.items.map((item) => html`<li>${item.map(viewInline)}</li>`)
  return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
}

function viewInline(part: Inline): unknown {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'bold':
      return html`<b>${part.text}</b>`
    case 'link':
      return html`<a href=${part.url} target="_blank" rel="noopener noreferrer">${part.label}</a>`
  }
}
