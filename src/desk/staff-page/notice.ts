import { type Html, html, type Part, trusted } from '#platform/html.ts'

/** What is true now: a sign and words. A danger is read aloud at once, the rest as a status. */
export function notice(kind: 'danger' | 'wait' | 'person' | 'info', ...words: Part[]): Html {
  const role = kind === 'danger' ? 'alert' : 'status'
  return html`<div class="notice ${kind}" role="${role}">${signs[kind]}<div>${words.map((part) => (typeof part === 'string' ? html`<p>${part}</p>` : part))}</div></div>`
}

const drawn = (paths: string) =>
  trusted(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`)
const signs = {
  danger: drawn('<path d="M12 4l9 16H3z"/><path d="M12 10v4.5M12 17.2v.1"/>'),
  wait: drawn('<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>'),
  person: drawn('<path d="M5 12.5l4.5 4.5L19 7.5"/>'),
  info: drawn('<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>'),
}
