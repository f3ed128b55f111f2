import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessFaults, ways } from '#tests/kit/access.ts'
import { openBrowser } from '#tests/kit/browser.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { noteState } from '#tests/kit/note-state.ts'
import { type StaffPagesServer, startStaffPages } from '#tests/kit/start-staff-pages.ts'
import { startTalk } from '#tests/kit/start-talk.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
]
const TIME_LIMIT_MS = 120_000

describe.runIf(findChromium())(
  "the desk's pages without a script",
  { timeout: TIME_LIMIT_MS },
  () => {
    let server: StaffPagesServer
    let id: string
    beforeAll(async () => {
      server = await startStaffPages()
      const talk = await startTalk({ shared: server.shared })
      id = talk.conversationId
      const { dialogue, staffActs } = server.house.engine
      const leave = talk.staffArrive('mette')
      await talk.says('Hvordan får jeg et nyt pas? Mit blev væk')
      const of = (await talk.lastEvent('reply-chosen'))?.reply.id ?? ''
      await dialogue.giveFeedback(id, { of, helped: false, comment: 'Der mangler noget om tyveri' })
      await talk.says('jeg vil tale med et menneske')
      await staffActs.claim(id, 'mette')
      await staffActs.say(id, 'mette', 'Kom i Borgerservice i morgen.', 'm1')
      await staffActs.close(id, 'mette', 'solved-by-staff', 'Vejledt')
      leave()
    })
    afterAll(() => server[Symbol.asyncDispose]())

    const fits = async (page: Page, size: (typeof SIZES)[number]) => {
      expect(await accessFaults(page, 'page', [size])).toEqual([])
      const path = new URL(page.url()).pathname.replace(/conversation\/.*/, 'conversation')
      noteState(`desk, page ${path}, ${size.width} px wide, ${ways}`)
    }

    it.each(SIZES)('are searched, read, switched and filled in at $width', async (viewport) => {
      await using browser = await openBrowser()
      const page = await browser.page({ viewport })
      const [name = '', value = ''] = server.lead.split('=')
      await page.context().addCookies([{ name, value, url: server.url }])

      await page.goto(`${server.url}/desk/search`)
      await fits(page, viewport)
      await page.getByLabel('Ord i teksten').fill('VÆK')
      await page.getByRole('button', { name: 'Søg', exact: true }).click()
      await page.getByText('Fundet: 1').waitFor()
      await fits(page, viewport)
      await page.getByRole('link', { name: /pas/i }).first().click()
      await page.getByText('Kom i Borgerservice i morgen.').first().waitFor()
      await fits(page, viewport)

      await page.getByRole('link', { name: 'Vurderinger' }).click()
      await page.getByText('Der mangler noget om tyveri').first().waitFor()
      await fits(page, viewport)

      await page.getByRole('link', { name: 'Sluk og tænd' }).click()
      await page.getByLabel('Hvad skal slukkes?').selectOption('bot')
      await page.getByRole('button', { name: 'Sluk nu' }).click()
      await page.locator('.error-text').getByText('Skriv hvorfor').waitFor()
      await fits(page, viewport)
      await page.getByLabel('Hvorfor?').fill('Øvelse')
      await page.getByRole('button', { name: 'Sluk nu' }).click()
      await page.getByText('Slukket: Hele chatbotten').first().waitFor()
      await fits(page, viewport)
      await page.getByLabel('Hvorfor tænder du igen').fill('Øvelsen er slut')
      await page.getByRole('button', { name: 'Tænd igen' }).click()
      await page.getByText('Alt er tændt.').waitFor()

      await page.getByRole('link', { name: 'Særlige dage' }).click()
      await fits(page, viewport)
      await page.getByLabel('Luk klokken').fill('14:00')
      await page.getByLabel('Hvorfor?').first().fill('Personalemøde')
      await page.getByRole('button', { name: 'Luk tidligere' }).click()
      await page.getByText('I lukker tidligere i dag').waitFor()
      await fits(page, viewport)
      await page.getByRole('button', { name: 'Fjern' }).first().click()
      await page.getByText('De faste tider gælder igen').waitFor()
    })
  },
)
