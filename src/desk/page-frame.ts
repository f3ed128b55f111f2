import type { Language } from '#conversation/events.ts'
import { type Html, html, trusted } from '#platform/html.ts'

export type PageFiles = { script: string; style: string }

/** What stands round every page of the desk. `page` tells the script what to do; `script` is false where none is needed. */
export function pageFrame(
  is: { language: Language; title: string; files: PageFiles; page: string; script: boolean },
  body: Html,
): string {
  const { language, title, files, page, script } = is
  return html`<!doctype html>
<html lang="${language}" data-theme="auto" data-page="${page}" data-build="${files.script}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${title}</title><link rel="stylesheet" href="${files.style}">${script ? html`<script src="${files.script}" defer></script>` : null}
<link rel="icon" href="data:,"></head>
<body class="desk">${body}</body></html>`.markup
}

export const mark = trusted(
  '<svg class="mark" viewBox="0 0 34 34" aria-hidden="true"><rect class="wall" width="34" height="34" rx="9"/><path class="light" d="M10 27V15.5a7 7 0 0 1 14 0V27z"/><path class="door" d="M10 27V15.5a7 7 0 0 1 3-5.7l5 4.2v15z"/><path class="frame" d="M7 27.5h3V15.5a7 7 0 0 1 14 0v12h3"/></svg> ',
)
