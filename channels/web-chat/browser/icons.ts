import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit-html'

/** A drawing beside a word, never instead of one; `flip` turns it round in right-to-left text. */
export function icon(name: IconName, flip = false): TemplateResult {
  return html`<svg class=${flip ? 'icon flip' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`
}

/** A door ajar with the light on. */
export const mark: TemplateResult = html`<svg class="mark" viewBox="0 0 34 34" aria-hidden="true"><rect class="wall" width="34" height="34" rx="9"/><path class="light" d="M10 27V15.5a7 7 0 0 1 14 0V27z"/><path class="door" d="M10 27V15.5a7 7 0 0 1 3-5.700l5 4.200v15z"/><path class="frame" d="M7 27.500h3V15.500a7 7 0 0 1 14 0v12h3"/></svg>`

export const drawings = {
  alert: svg`<path d="M12 4l9 16H3z"/><path d="M12 10v4.500M12 17.200v.1"/>`,
  back: svg`<path d="M19 12H6M12 5.500L5.5 12l6.5 6.5"/>`,
  book: svg`<path d="M5 4.500h11.500a2 2 0 0 1 2 2V20H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h11.500M9 8.500h6"/>`,
  check: svg`<path d="M5 12.500l4.5 4.500L19 7.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.500V12l3 2"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  down: svg`<path d="M6 9l6 6 6-6"/>`,
  download: svg`<path d="M12 4v11M7 10.500l5 5 5-5M4.5 20h15"/>`,
  go: svg`<path d="M5 12h13M12 5.5l6.5 6.5-6.5 6.5"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 7.800v.1"/>`,
  lamp: svg`<path d="M12 2.500v2.500M7.5 10.500a4.5 4.5 0 0 1 9 0c0 2.2-1.7 3-2.2 5h-4.600c-.5-2-2.2-2.8-2.2-5zM10 19h4M11 21.500h2M3.5 10.500H5M19 10.500h1.500M6 4.500l1 1M18 4.500l-1 1"/>`,
  offline: svg`<path d="M4 4l16 16"/><path d="M3 9.500a13 13 0 0 1 4.5-2.700M11 6a13 13 0 0 1 10 3.500M6.5 13a8 8 0 0 1 4-2.200M15 11.200a8 8 0 0 1 2.5 1.800M10 16.500a3 3 0 0 1 4 0"/>`,
  person: svg`<circle cx="12" cy="8" r="3.75"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`,
  phone: svg`<path d="M7 3.500l2.5 4.5-2 2c1 2.6 3.9 5.5 6.5 6.500l2-2 4.5 2.500c-.2 2.3-1.7 4-4 4C9.8 21 3 14.2 3 7.500c0-2.3 1.7-3.8 4-4z"/>`,
  refresh: svg`<path d="M20 12a8 8 0 1 1-2.4-5.700M20 3.500v4h-4"/>`,
  settings: svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.5"/><circle cx="8" cy="17" r="2.5"/>`,
  sound: svg`<path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>`,
  stop: svg`<path d="M7 7h10v10H7z"/>`,
  trash: svg`<path d="M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10.2 11v5.500M13.8 11v5.5"/>`,
  chat: svg`<path d="M4 5h16v11H10l-4.5 4V16H4z"/><path d="M8 9h8M8 12.200h5"/>`,
} satisfies Record<string, SVGTemplateResult>
export type IconName = keyof typeof drawings
