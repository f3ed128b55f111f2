import type { Locator, Page } from 'playwright-core'
import { accessFaults } from '#tests/kit/access.ts'

/** A citizen at `/chat` in a browser that runs no script. */
export function noJsCitizenAt(page: Page, origin: string) {
  const newest = page.locator('#nyeste')
  return {
    newest,
    field: page.getByRole('textbox', { name: 'Skriv til os' }),
    async opens() {
      await page.goto(`${origin}/chat`)
    },
    async asks(text: string): Promise<string> {
      await this.field.fill(text)
      return this.presses('Send')
    },
    /** Presses a button, waits for the page that comes, and reads where it opens. */
    async presses(name: string | RegExp): Promise<string> {
      await loads(page, page.getByRole('button', { name, exact: typeof name === 'string' }).last())
      return (await newest.count()) === 0 ? '' : ((await newest.textContent()) ?? '')
    },
    async follows(name: string | RegExp) {
      await loads(page, page.getByRole('link', { name }).last())
    },
    title: () => page.title(),
    async looksAgain() {
      await page.reload()
    },
    async chooses(nth: number) {
      await page.getByRole('radio').nth(nth).check()
    },
    /** What the link gives as a file. */
    async saves(name: string): Promise<{ name: string; text: string }> {
      const waiting = page.waitForEvent('download')
      await page.getByRole('link', { name }).last().click()
      const download = await waiting
      const stream = await download.createReadStream()
      const pieces: Buffer[] = []
      for await (const piece of stream) pieces.push(piece as Buffer)
      return { name: download.suggestedFilename(), text: Buffer.concat(pieces).toString('utf8') }
    },
  }
}

async function loads(page: Page, pressed: Locator): Promise<void> {
  const loaded = page.waitForEvent('load')
  await pressed.click()
  await loaded
}

/**
 * What keeps somebody from using a page without scripts: looked at in a copy of it, in a browser that runs axe. Also what
 * the page itself must keep: one main heading, one newest message, no script.
 */
export async function faultsWithoutScript(page: Page, checker: Page): Promise<readonly string[]> {
  const address = new URL('/copy-of-chat', page.url()).href
  const body = await page.content()
  await checker.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
  await checker.goto(address)
  const own = await checker.evaluate<string[]>(OWN_FAULTS)
  const found = [...(await accessFaults(checker, 'page')), ...own]
  await checker.unroute(address)
  return found
}

const OWN_FAULTS = `(() => {
  const faults = []
  const headings = document.querySelectorAll('h1').length
  if (headings !== 1) faults.push(headings + ' main headings')
  if (document.querySelectorAll('#nyeste').length > 1) faults.push('the newest is named twice')
  if (document.querySelector('script') !== null) faults.push('has a script')
  return faults
})()`
