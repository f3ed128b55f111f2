import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

const PAGE_LIMIT_MS = 15_000

/** A real browser that closes with its scope; each page of it is another person's. */
export async function openBrowser() {
  const browser = await launchChromium()
  return {
    async page(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(PAGE_LIMIT_MS)
      return page
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}
