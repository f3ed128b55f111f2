import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { axeFaults } from '#tests/kit/access.ts'

/** A citizen's page with the chat on it, for tests. Closes with its context; faults of scripts are kept. */
export type WidgetPage = AsyncDisposable & {
  page: Page
  faults: string[]
  field: Locator
  send: Locator
  person: Locator
  log: Locator
  open(): Promise<void>
  say(text: string): Promise<void>
  /** What the live regions were given, in order. */
  spoken(): Promise<string[]>
  axe(): Promise<readonly string[]>
}

export async function openWidgetPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WidgetPage> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    // A refused connection is what the tests of restarts bring about.
    if (line.type() === 'error' && !line.text().includes('WebSocket')) faults.push(line.text())
  })
  await page.addInitScript(listenToRegions)
  await page.goto(url)
  await page.locator('kk-chat #launch, kk-chat dialog[open]').first().waitFor()
  const field = page.getByLabel(/Skriv til os|Write to us/)
  const send = page.getByRole('button', { name: 'Send', exact: true })
  return {
    page,
    faults,
    field,
    send,
    person: page.getByRole('button', { name: 'Tal med et menneske' }),
    log: page.getByRole('region', { name: 'Samtalen' }),
    async open() {
      await page.locator('kk-chat #launch').click()
      await page.getByRole('dialog').waitFor()
    },
    async say(text) {
      await field.fill(text)
      await send.click()
    },
    spoken: () => page.evaluate(() => (globalThis as { spoken?: string[] }).spoken ?? []),
    axe: () => axeFaults(page),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** Runs in the page: notes every text that a live region of the chat is given. */
const listenToRegions = `
  globalThis.spoken = []
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init)
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = target.nodeType === 1 ? target.closest('[role=status],[role=alert]') : null
        if (region && region.textContent) globalThis.spoken.push(region.getAttribute('role') + ': ' + region.textContent)
      }
    }).observe(root, { childList: true, characterData: true, subtree: true })
    return root
  }`
