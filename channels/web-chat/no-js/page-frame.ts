import { pageWord } from '#channels/web-chat/server-words.ts'
import type { Language } from '#conversation/events.ts'
import { type Html, html } from '#platform/html.ts'
import { icon, mark } from './icon.ts'
import { sayIn } from './no-js-words.ts'

/** What is the same on every page: where its files are, and whether the content is an example. */
export type PageFiles = { stylePath: string; iconPath: string; demo: boolean }
export type Content = {
  language: Language
  /** What this page is, without the name of the whole. Null for the first page. */
  title: string | null
  /** Where the link that skips leads; null when the page is short. */
  skipTo: { href: string; label: string } | null
  /** The address of the page in the other language, without its query. */
  path: string
  main: Html
  /** Goes on by itself to the same page, as a page of ours. */
  again?: boolean
}

export function pageFrame(
  { stylePath, iconPath, demo }: PageFiles,
  { language, title, skipTo, path, main, again = false }: Content,
): string {
  const say = sayIn(language)
  const word = (key: string) => pageWord(key, language)
  const other = language === 'da' ? 'en' : 'da'
  const banner = html`<aside class="example" aria-label="${word('about-page')}"><p class="wrap">${icon('info')} ${word('example')}</p></aside>`
  const skip =
    skipTo === null ? null : html`<a class="skip unseen" href="${skipTo.href}">${skipTo.label}</a>`
  const name = title === null ? say('title') : `${title} – ${say('title')}`
  return html`<!doctype html>
<html lang="${language}" dir="ltr" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${again ? html`<meta http-equiv="refresh" content="0; url=${path}">` : null}
<title>${name}</title>
<link rel="icon" href="${iconPath}" type="image/svg+xml">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
${skip}
${demo ? banner : null}
<header class="site-head"><div class="wrap">
<a class="brand" href="${language === 'da' ? '/' : '/en'}">${mark} ${word('brand')}</a>
<nav class="site-nav" aria-label="${say('language')}"><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${word('menu-other-language')}</a></nav>
</div></header>
<main class="wrap page" id="content">${main}</main>
<footer class="site-foot"><div class="wrap"><p class="quiet">${say('foot-call')} <a href="tel:+4533663366">${say('main-phone')}</a>.</p></div></footer>
</body>
</html>`.markup
}
