import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Language } from '#conversation/events.ts'
import type { Dialogue } from '#dialogue/dialogue.ts'
import { makeAsset, serveAsset } from '#platform/assets.ts'
import { bundleStyle, resolveImport } from '#platform/bundle.ts'
import { describedPage } from '#platform/described-page.ts'
import { demoHtml } from './demo-html.ts'
import { pageSecurity } from './page-security.ts'

/** A page of the city that embeds the chat with one script tag: `/` in Danish, `/en` in English. */
export async function serveDemoPage(
  app: FastifyInstance,
  { dialogue, demo }: { dialogue: Pick<Dialogue, 'hours'>; demo: boolean },
): Promise<{ iconPath: string }> {
  const sheets = ['tokens', 'base', 'page'].map((name) =>
    resolveImport(`#platform/browser/${name}.css`),
  )
  const style = await makeAsset('/chat', 'page', 'css', await bundleStyle(sheets))
  serveAsset(app, style)
  const icon = await makeAsset('/chat', 'icon', 'svg', await own('icon.svg'))
  serveAsset(app, icon)
  const quay = await own('quay.svg')
  const serve = (path: string, language: Language) =>
    app.get(path, described[language], async (_, reply) => {
      const hours = await dialogue.hours(language)
      return reply
        .headers(pageSecurity)
        .type('text/html; charset=utf-8')
        .send(demoHtml({ language, demo, hours, stylePath: style.path, iconPath: icon.path, quay }))
    })
  serve('/', 'da')
  serve('/en', 'en')
  return { iconPath: icon.path }
}

function own(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8')
}

const described = {
  da: describedPage({ summary: 'A page with the chat', answers: { 200: 'In Danish.' } }),
  en: describedPage({
    summary: 'A page with the chat, in English',
    answers: { 200: 'In English.' },
  }),
}
