import type { Language } from '#conversation/events.ts'
import { escapeHtml } from '#platform/escape-html.ts'
import { pageWord } from './page-words.ts'

/** The page round the phone; what moves is drawn by the script. */
export function phonePage(language: Language, files: { script: string; style: string }): string {
  const say = (key: string) => escapeHtml(pageWord(key, language))
  const other = language === 'da' ? 'en' : 'da'
  return `<!doctype html>
<html lang="${language}" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say('title')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${files.style}">
<script src="${files.script}" defer></script>
</head>
<body>
<a class="skip unseen" href="#sms">${say('skip')}</a>
<aside class="example" aria-label="${say('about')}"><p class="wrap"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 7.8v.1"/></svg> ${say('demo')}</p></aside>
<header class="site-head"><div class="wrap"><a class="brand" href="/">${mark} ${say('brand')}</a>
<nav class="site-nav" aria-label="${say('language')}"><a href="/sms?lang=${other}" lang="${other}" hreflang="${other}">${say('other-language')}</a></nav></div></header>
<main class="wrap stage" id="stage"></main>
<div class="unseen" role="status" id="news"></div>
</body>
</html>`
}

const mark =
  '<svg class="mark" viewBox="0 0 34 34" aria-hidden="true"><rect class="wall" width="34" height="34" rx="9"/><path class="light" d="M10 27V15.5a7 7 0 0 1 14 0V27z"/><path class="door" d="M10 27V15.5a7 7 0 0 1 3-5.7l5 4.2v15z"/><path class="frame" d="M7 27.5h3V15.5a7 7 0 0 1 14 0v12h3"/></svg>'
