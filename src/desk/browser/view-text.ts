import { html, type TemplateResult } from 'lit-html'

/** Text as text, in paragraphs and lists; of the bot's markup only bold and web links. Nothing is read as HTML. */
export function viewText(text: string): readonly TemplateResult[] {
  return blocksOf(text).map(viewBlock)
}

function viewBlock({ kind, lines }: TextBlock): TemplateResult {
  switch (kind) {
    case 'steps':
      return html`<ol>${lines.map((line) => html`<li>${viewInline(line)}</li>`)}</ol>`
    case 'points':
      return html`<ul>${lines.map((line) => html`<li>${viewInline(line)}</li>`)}</ul>`
    case 'words':
      return html`<p>${lines.map((line, i) => html`${i > 0 ? html`<br>` : ''}${viewInline(line)}`)}</p>`
  }
}

export type TextBlock = { kind: 'words' | 'points' | 'steps'; lines: string[] }
const POINT = /^\s*[-*•]\s+/
const STEP = /^\s*\d+[.)]\s+/

export function blocksOf(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  for (const paragraph of text.trim().split(/\n\s*\n/)) {
    let block: TextBlock | undefined
    for (const line of paragraph.split('\n')) {
      const kind = STEP.test(line) ? 'steps' : POINT.test(line) ? 'points' : 'words'
      if (block?.kind !== kind) {
        block = { kind, lines: [] }
        blocks.push(block)
      }
      block.lines.push(line.replace(kind === 'steps' ? STEP : POINT, ''))
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
