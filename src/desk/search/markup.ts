import { type Block, type Inline, parseBlocks } from '#platform/browser/markdown.ts'
import { type Html, html } from '#platform/html.ts'

/** What the bot said: our own texts, in paragraphs and lists, with bold and links. */
export function markup(text: string): Html {
  return html`${parseBlocks(text).map(blockOf)}`
}

function blockOf(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p>${block.inlines.map(inlineOf)}</p>`
  const items = block.items.map((item) => html`<li>${item.map(inlineOf)}</li>`)
  return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
}

function inlineOf(part: Inline): Html {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`
    case 'bold':
      return html`<b>${part.text}</b>`
    case 'link':
      return html`<a href="${part.url}" target="_blank" rel="noopener noreferrer">${part.label}</a>`
  }
}
