import { html, type TemplateResult } from 'lit-html'

/** Text as text, in paragraphs and lists; of the bot's markup only bold and web links. Nothing is read as HTML. */
export function viewText(text: string): readonly TemplateResult[] {
  return blocksOf(text).map((block) =>
    block.list
      ? html`<ul>${block.lines.map((line) => html`<li>${viewInline(line)}</li>`)}</ul>`
      : html`<p>${block.lines.map((line, i) => html`${i > 0 ? html`<br>` : ''}${viewInline(line)}`)}</p>`,
  )
}

type Block = { list: boolean; lines: string[] }
const ITEM = /^\s*(?:[-*•]|\d+[.)])\s+/

export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  for (const paragraph of text.trim().split(/\n\s*\n/)) {
    let block: Block | undefined
    for (const line of paragraph.split('\n')) {
      const list = ITEM.test(line)
      if (!block || block.list !== list) {
        block = { list, lines: [] }
        blocks.push(block)
      }
      block.lines.push(list ? line.replace(ITEM, '') : line)
    }
  }
  return blocks
}

function viewInline(text: string): readonly unknown[] {
  return text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\(https?:\/\/[^\s)]+\))/).map((piece) => {
    const bold = /^\*\*([^*]+)\*\*$/.exec(piece)
    if (bold) return html`<b>${bold[1]}</b>`
    const link = /^\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)$/.exec(piece)
    if (link)
      return html`<a href=${link[2]} target="_blank" rel="noopener noreferrer">${link[1]}</a>`
    return piece
  })
}
