import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { PASSWORD } from './desk-client.ts'

/** The Chromium that the whole-system tests use, if there is one. */
export const chromiumPath = findChromium()

/** A browser that closes with its scope; each page of it is another person's. */
export async function openBrowser() {
  const browser = await launchChromium()
  return {
    async page(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(8000)
      return page
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

/** Opens a one-time link and chooses name and password. */
export async function enterDesk(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Navn').fill(name)
  await page.getByLabel('Adgangskode').fill(PASSWORD)
  await page.getByRole('button', { name: 'Gem og gå ind' }).click()
  await page.getByText('Forbundet').waitFor()
}

/** What axe finds, a line a fault. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}
