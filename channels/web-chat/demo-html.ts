import type { Language } from '#conversation/events.ts'
import { escapeHtml } from '#platform/escape-html.ts'
import { pageWord } from './server-words.ts'

export type DemoPage = {
  language: Language
  demo: boolean
  hours: string
  stylePath: string
  iconPath: string
  /** Our own drawing, as SVG. */
  quay: string
}

/** The whole page. Every value is a word of ours or escaped. */
export function demoHtml({ language, demo, hours, stylePath, iconPath, quay }: DemoPage): string {
  const t = (key: string) => escapeHtml(pageWord(key, language))
  const list = (keys: readonly string[]) => keys.map((key) => `<li>${t(key)}</li>`).join('')
  const other = language === 'da' ? { path: '/en', lang: 'en' } : { path: '/', lang: 'da' }
  const banner = `<aside class="example" aria-label="${t('about-page')}"><p class="wrap">${info} ${t('example')}</p></aside>`
  return `<!doctype html>
<html lang="${language}" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t('title')}</title>
<link rel="icon" href="${iconPath}" type="image/svg+xml">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip unseen" href="#content">${t('skip')}</a>
${demo ? banner : ''}
<header class="site-head"><div class="wrap">
<a class="brand" href="${language === 'da' ? '/' : '/en'}">${mark} ${t('brand')}</a>
<nav class="site-nav" aria-label="${t('menu')}">
<a href="#content" aria-current="true">${t('menu-citizen')}</a>
<a href="#contact">${t('menu-business')}</a>
<a href="${other.path}" lang="${other.lang}" hreflang="${other.lang}">${t('menu-other-language')}</a>
</nav>
</div></header>
<main id="content" class="wrap" tabindex="-1">
<nav class="crumbs" aria-label="${t('you-are-here')}"><ol class="crumb-list">
<li><a href="#content">${t('crumb-home')}</a></li>
<li><a href="#content">${t('crumb-service')}</a></li>
<li aria-current="page">${t('heading')}</li>
</ol></nav>
<div class="sheet">
<article class="prose">
<h1>${t('heading')}</h1>
<p class="lead">${t('lead')}</p>
<h2>${t('how')}</h2>
<ol>${list(['how-1', 'how-2', 'how-3'])}</ol>
<p><a class="button primary" href="https://www.kk.dk/bestiltid">${t('book')}</a></p>
<h2>${t('bring')}</h2>
<ul>${list(['bring-1', 'bring-2', 'bring-3'])}</ul>
<h2>${t('price')}</h2>
<p>${t('price-text')}</p>
</article>
<aside class="aside" id="contact" aria-label="${t('contact')}">
<section class="card"><h2>${t('crumb-service')}</h2>
<dl class="facts">
<div><dt>${t('phone')}</dt><dd><a href="tel:+4533663366">33 66 33 66</a></dd></div>
<div><dt>${t('hours')}</dt><dd>${escapeHtml(hours)}</dd></div>
</dl></section>
<section class="card"><h2>${t('help')}</h2>
<p>${t('help-text')}</p>
<p class="needs-script"><a class="button" href="#kk-chat">${t('open-chat')}</a></p>
<noscript><p><a class="button" href="/chat?lang=${language}">${t('open-page')}</a></p></noscript>
</section>
</aside>
</div>
</main>
${quay}
<footer class="site-foot"><div class="wrap"><div class="quiet"><p>${t('foot')}</p></div></div></footer>
<script src="/chat.js" data-theme="auto" async></script>
</body>
</html>`
}

const info =
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 7.800v.1"/></svg>'
const mark =
  '<svg class="mark" viewBox="0 0 34 34" aria-hidden="true"><rect class="wall" width="34" height="34" rx="9"/><path class="light" d="M10 27V15.5a7 7 0 0 1 14 0V27z"/><path class="door" d="M10 27V15.5a7 7 0 0 1 3-5.700l5 4.200v15z"/><path class="frame" d="M7 27.500h3V15.500a7 7 0 0 1 14 0v12h3"/></svg>'
