import { escapeHtml } from './escape-html.ts'

/** Markup that may stand on a page as it is. */
export type Html = { readonly markup: string }
/** A text is escaped, markup is not, a list is joined; `null` is nothing. */
export type Part = Html | string | number | null | readonly Part[]

/** A piece of a page. Attributes are written in double quotes: then nothing that is put in can leave its place. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: String.raw({ raw: strings }, ...parts.map(markupOf)) }
}

/** For drawings and fixed attributes of ours; never for what somebody wrote. */
export function trusted(markup: string): Html {
  return { markup }
}

function markupOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}
