import type { Language } from '#conversation/events.ts'
import type { Account } from '#desk/accounts.ts'
import { mark, type PageFiles, pageFrame } from '#desk/page-frame.ts'
import type { Say } from '#desk/words.ts'
import { type Html, html } from '#platform/html.ts'
import { type StaffPageName, staffLinks } from './staff-links.ts'

/** What a page shows. `isFault`: something in the form is wrong, and the title says so first. */
export type Shown = { current: StaffPageName; title: string; body: Html; isFault: boolean }
export type Viewer = { me: Account; language: Language; say: Say }

/** A page of the desk that is made on the server and needs no script: bar, heading, content. `here` is its address. */
export function staffPage(
  { me, language, say }: Viewer,
  files: PageFiles,
  here: string,
  { current, title, body, isFault }: Shown,
): string {
  const link = (name: StaffPageName) =>
    html`<a href="/desk/${name}"${name === current ? html` aria-current="page"` : null}>${say(`staff.${name}`)}</a>`
  const named = `${isFault ? say('page.fault') : ''}${title} – ${say('desk.name')}`
  return pageFrame(
    { language, title: named, files, page: 'staff', script: false },
    html`<a class="skip unseen" href="#indhold">${say('staff.skip')}</a>
<header class="desk-bar bar"><p class="desk-name">${mark}${say('desk.name')}</p>
<nav class="desk-nav" aria-label="${say('bar.views')}"><a href="/desk/">${say('bar.talks')}</a>${staffLinks(me).map(link)}</nav>
<div class="desk-me"><span>${me.name}</span>
<form method="post" action="/desk/language"><input type="hidden" name="back" value="${here}"><button class="button bar-button" name="language" value="${language === 'da' ? 'en' : 'da'}" lang="${language === 'da' ? 'en' : 'da'}">${say('page.other-language')}</button></form>
<form method="post" action="/desk/sign-out"><button class="button bar-button">${say('bar.sign-out')}</button></form></div></header>
<main class="staff-page" id="indhold" tabindex="-1"><header><h1>${title}</h1></header>
${body}</main>`,
  )
}
