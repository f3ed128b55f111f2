/** The Markdown subset of our own texts: paragraphs, lists, bold and links. Everything else stays text. */
export type Block =
  | { kind: 'paragraph'; inlines: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly Inline[])[] }
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'link'; label: string; url: string }

/** A text in its blocks, in order. Line breaks within a paragraph stay in its text. */
export function parseBlocks(text: string): readonly Block[] {
  return chunks(text).map(parseBlock)
}

/** The first sentence is shown apart: it is the answer, what follows explains it. */
export type Page = { lead: readonly Inline[]; blocks: readonly Block[] }

export function parsePage(text: string): Page {
  const [first = '', ...others] = chunks(text)
  if (isList(first)) return { lead: [], blocks: [first, ...others].map(parseBlock) }
  const { lead, rest } = splitLead(first)
  return { lead: parseInlines(lead), blocks: [...(rest ? [rest] : []), ...others].map(parseBlock) }
}

/** The same as one line of plain text, for what is read aloud and for the saved file. */
export function plainText(text: string): string {
  return chunks(text)
    .flatMap((chunk) => chunk.split('\n'))
    .map((line) => inlineText(parseInlines(line.replace(marker, ''))))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export function splitLead(paragraph: string): { lead: string; rest: string } {
  const end = /[.!?](?=\s+\p{Lu})/gu
  for (const found of paragraph.matchAll(end)) {
    const at = found.index + 1
    if (!isInside(paragraph, at))
      return { lead: paragraph.slice(0, at), rest: paragraph.slice(at).trim() }
  }
  return { lead: paragraph, rest: '' }
}

const marker = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/
const inline = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\(([^()\s]+)\)/g

function chunks(text: string): string[] {
  // A list may follow its paragraph without an empty line.
  return text
    .trim()
    .split(
      /\n\s*\n|\n(?=\s*(?:[-*•]|\d{1,2}[.)])\s)|(?<=^\s*(?:[-*•]|\d{1,2}[.)])\s[^\n]*)\n(?!\s)/gm,
    )
    .reduce<string[]>((blocks, part) => {
      const before = blocks.at(-1)
      const joins = before !== undefined && isList(before) && kindOf(before) === kindOf(part)
      if (joins) blocks[blocks.length - 1] = `${before}\n${part}`
      else if (part.trim() !== '') blocks.push(part)
      return blocks
    }, [])
}

function isList(chunk: string): boolean {
  return marker.test(chunk)
}

function kindOf(chunk: string): 'ordered' | 'bulleted' | 'text' {
  if (!isList(chunk)) return 'text'
  return /^\s*\d/.test(chunk) ? 'ordered' : 'bulleted'
}

function parseBlock(chunk: string): Block {
  if (!isList(chunk)) return { kind: 'paragraph', inlines: parseInlines(chunk) }
  const items = chunk
    .split(/\n(?=\s*(?:[-*•]|\d{1,2}[.)])\s)/)
    .map((item) => item.replace(marker, ''))
  return { kind: 'list', ordered: kindOf(chunk) === 'ordered', items: items.map(parseInlines) }
}

function parseInlines(text: string): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of text.matchAll(inline)) {
    const [whole, bold, label, url] = match
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) })
    if (bold !== undefined) found.push({ kind: 'bold', text: bold })
    else if (label !== undefined && url !== undefined && isSafeUrl(url)) {
      found.push({ kind: 'link', label, url })
    } else found.push({ kind: 'text', text: label ?? whole })
    from = match.index + whole.length
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) })
  return found
}

/** Only addresses that a page may lead to: no script, no data. */
export function isSafeUrl(url: string): boolean {
  return /^(?:https?:\/\/|tel:|mailto:)/i.test(url)
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((part) => (part.kind === 'link' ? part.label : part.text)).join('')
}

/** Whether a cut here would tear a link or bold text apart. */
function isInside(text: string, at: number): boolean {
  return [...text.matchAll(inline)].some((m) => m.index < at && at < m.index + m[0].length)
}
