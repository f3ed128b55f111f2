import type { Language } from '#conversation/events.ts'
import { escapeHtml } from '#platform/escape-html.ts'
import type { Say } from './words.ts'

export type PageFiles = { script: string; style: string }

/** The page for staff: everything in it is made by the script. */
export function deskPage(language: Language, say: Say, files: PageFiles): string {
  return frame(
    language,
    say('desk.name'),
    files,
    'desk',
    `<div id="desk"></div>
<noscript><p>${escapeHtml(say('desk.no-script'))}</p></noscript>`,
  )
}

export function signInPage(
  language: Language,
  say: Say,
  files: PageFiles,
  filled: { name: string; fault: string | null },
): string {
  const body = `<h1>${escapeHtml(say('sign-in.title'))}</h1>
${faultNotice(filled.fault)}
<form method="post" action="/desk/sign-in" class="door-form">
${field('name', say('sign-in.name'), { value: filled.name, autocomplete: 'username' })}
${field('password', say('sign-in.password'), { type: 'password', autocomplete: 'current-password' })}
<div class="buttons"><button class="button primary">${escapeHtml(say('sign-in.go'))}</button></div>
</form>`
  return frame(
    language,
    title(say, 'sign-in.title', filled.fault),
    files,
    'sign-in',
    door(say, body),
  )
}

/** Where a one-time link leads. The script moves the token from behind the # into the form. */
export function welcomePage(
  language: Language,
  say: Say,
  files: PageFiles,
  filled: { name: string; fault: string | null },
): string {
  const body = `<h1>${escapeHtml(say('welcome.title'))}</h1>
<p>${escapeHtml(say('welcome.lead'))}</p>
${faultNotice(filled.fault)}
<form method="post" action="/desk/welcome" class="door-form">
<input type="hidden" name="token" id="token">
${field('name', say('welcome.name'), { value: filled.name, autocomplete: 'username', hint: say('welcome.name-hint') })}
${field('password', say('welcome.password'), { type: 'password', autocomplete: 'new-password', hint: say('welcome.password-hint') })}
<div class="buttons"><button class="button primary">${escapeHtml(say('welcome.go'))}</button></div>
</form>`
  return frame(
    language,
    title(say, 'welcome.title', filled.fault),
    files,
    'welcome',
    door(say, body),
  )
}

function title(say: Say, name: string, fault: string | null): string {
  return `${fault ? say('page.fault') : ''}${say(name)} – ${say('desk.name')}`
}

function door(say: Say, body: string): string {
  return `<header class="desk-bar bar"><p class="desk-name">${mark}${escapeHtml(say('desk.name'))}</p>
<div class="desk-me"><button class="button small bar-button" type="button" id="language">${escapeHtml(say('page.other-language'))}</button></div></header>
<main class="door">${body}</main>`
}

function field(
  name: string,
  label: string,
  is: { value?: string; type?: string; autocomplete: string; hint?: string },
): string {
  const hint = is.hint ? `<p class="hint" id="${name}-hint">${escapeHtml(is.hint)}</p>` : ''
  const described = is.hint ? ` aria-describedby="${name}-hint"` : ''
  return `<div class="field"><label for="${name}">${escapeHtml(label)}</label>${hint}
<input class="input" id="${name}" name="${name}" type="${is.type ?? 'text'}" value="${escapeHtml(is.value ?? '')}" autocomplete="${is.autocomplete}" autocapitalize="off" spellcheck="false" required${described}></div>`
}

function faultNotice(fault: string | null): string {
  if (!fault) return ''
  return `<div class="notice danger" role="alert"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4l9 16H3z"/><path d="M12 10v4.5M12 17.2v.1"/></svg><p>${escapeHtml(fault)}</p></div>`
}

function frame(
  language: Language,
  title: string,
  { script, style }: PageFiles,
  page: string,
  body: string,
): string {
  return `<!doctype html>
<html lang="${language}" data-theme="auto" data-page="${page}" data-build="${script}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="${style}"><script src="${script}" defer></script>
<link rel="icon" href="data:,"></head>
<body class="desk">${body}</body></html>`
}

const mark =
  '<svg class="mark" viewBox="0 0 34 34" aria-hidden="true"><rect class="wall" width="34" height="34" rx="9"/><path class="light" d="M10 27V15.5a7 7 0 0 1 14 0V27z"/><path class="door" d="M10 27V15.5a7 7 0 0 1 3-5.7l5 4.2v15z"/><path class="frame" d="M7 27.5h3V15.5a7 7 0 0 1 14 0v12h3"/></svg> '
