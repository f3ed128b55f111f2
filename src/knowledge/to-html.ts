import MarkdownIt from 'markdown-it'

/** Web Markdown as HTML with p, ol, ul, li, a and strong only; HTML in the text is shown as text. */
export function toHtml(markdown: string): string {
  return renderer.render(markdown)
}

const renderer = new MarkdownIt('zero', { html: false, linkify: false }).enable([
  'list',
  'link',
  'emphasis',
])
// Anything but https (javascript:, data:, a relative path into the host page) stays text.
renderer.validateLink = (url) => url.startsWith('https://')
Object.assign(renderer.renderer.rules, {
  em_open: () => '',
  em_close: () => '',
  link_open: (tokens: readonly { attrGet(name: string): unknown }[], at: number) => {
    const href = renderer.utils.escapeHtml(String(tokens[at]?.attrGet('href') ?? ''))
    return `<a href="${href}" rel="noopener" target="_blank">`
  },
})
