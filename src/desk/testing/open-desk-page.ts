import type { BrowserContextOptions } from 'playwright-core'
import { openBrowser } from '#tests/kit/browser.ts'
import { enterDesk } from './enter-desk.ts'
import { seedMorning } from './seed.ts'
import { startDeskServer } from './start-desk-server.ts'

/** The desk on a seeded morning, in a real browser, with Jonas signed in; `before` prepares the browser's page. */
export async function openDeskPage(options: BrowserContextOptions = {}, before: string = '') {
  const server = await startDeskServer()
  const browser = await openBrowser()
  const page = await browser.page(options)
  if (before) await page.addInitScript(before)
  seedMorning(server.memory)
  await enterDesk(page, await server.signInLink(), 'Jonas')
  return {
    page,
    server,
    memory: server.memory,
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
