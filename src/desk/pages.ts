import type { Language } from '#conversation/events.ts'
import { type Html, html } from '#platform/html.ts'
import { mark, type PageFiles, pageFrame } from './page-frame.ts'
import { notice } from './staff-page/notice.ts'
import type { Say } from './words.ts'

type Filled = { name: string; fault: string | null }

/** The page for staff: everything in it is made by the script. */
export function deskPage(language: Language, say: Say, files: PageFiles): string {
  const body = html`<div id="desk"></div>
<noscript><p>${say('desk.no-script')}</p></noscript>`
  return pageFrame({ language, title: say('desk.name'), files, page: 'desk', script: true }, body)
}

export function signInPage(
  language: Language,
  say: Say,
  files: PageFiles,
  { name, fault }: Filled,
): string {
  const body = html`<h1>${say('sign-in.title')}</h1>
${fault ? notice('danger', fault) : null}
<form method="post" action="/desk/sign-in" class="door-form">
${field('name', say('sign-in.name'), { value: name, autocomplete: 'username' })}
${field('password', say('sign-in.password'), { type: 'password', autocomplete: 'current-password' })}
<div class="buttons"><button class="button primary">${say('sign-in.go')}</button></div>
</form>`
  const title = titleOf(say, 'sign-in.title', fault)
  return pageFrame({ language, title, files, page: 'sign-in', script: true }, door(say, body))
}

/** Where a one-time link leads. The script moves the token from behind the # into the form. */
export function welcomePage(
  language: Language,
  say: Say,
  files: PageFiles,
  { name, fault }: Filled,
): string {
  const body = html`<h1>${say('welcome.title')}</h1>
<p>${say('welcome.lead')}</p>
${fault ? notice('danger', fault) : null}
<form method="post" action="/desk/welcome" class="door-form">
<input type="hidden" name="token" id="token">
${field('name', say('welcome.name'), { value: name, autocomplete: 'username', hint: say('welcome.name-hint') })}
${field('password', say('welcome.password'), { type: 'password', autocomplete: 'new-password', hint: say('welcome.password-hint') })}
<div class="buttons"><button class="button primary">${say('welcome.go')}</button></div>
</form>`
  const title = titleOf(say, 'welcome.title', fault)
  return pageFrame({ language, title, files, page: 'welcome', script: true }, door(say, body))
}

function titleOf(say: Say, name: string, fault: string | null): string {
  return `${fault ? say('page.fault') : ''}${say(name)} – ${say('desk.name')}`
}

function door(say: Say, body: Html): Html {
  return html`<header class="desk-bar bar"><p class="desk-name">${mark}${say('desk.name')}</p>
<div class="desk-me"><button class="button small bar-button" type="button" id="language">${say('page.other-language')}</button></div></header>
<main class="door">${body}</main>`
}

function field(
  name: string,
  label: string,
  is: { value?: string; type?: string; autocomplete: string; hint?: string },
): Html {
  const hint = is.hint ? html`<p class="hint" id="${name}-hint">${is.hint}</p>` : null
  const described = is.hint ? html` aria-describedby="${name}-hint"` : null
  return html`<div class="field"><label for="${name}">${label}</label>${hint}
<input class="input" id="${name}" name="${name}" type="${is.type ?? 'text'}" value="${is.value ?? ''}" autocomplete="${is.autocomplete}" autocapitalize="off" spellcheck="false" required${described}></div>`
}
