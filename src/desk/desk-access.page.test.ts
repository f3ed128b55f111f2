import { describe, expect, it } from 'vitest'
import { accessFaults, rooms, ways } from '#tests/kit/access.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { keyboardAt } from '#tests/kit/keyboard.ts'
import { noteState } from '#tests/kit/note-state.ts'
import { openDeskPage } from './testing/open-desk-page.ts'
import { seedMany } from './testing/seed-many.ts'

const TIME_LIMIT_MS = 120_000

describe.runIf(findChromium())('access to the desk', { timeout: TIME_LIMIT_MS }, () => {
  it.each(rooms)('has no faults in any state at $width × $height', async (viewport) => {
    await using desk = await openDeskPage({ viewport })
    const { page, memory, server } = desk
    const checked: [state: string, faults: readonly string[]][] = []
    const check = async (state: string) => {
      checked.push([state, await accessFaults(page, 'page', [viewport])])
      noteState(`desk, ${state}, ${viewport.width} × ${viewport.height}, ${ways}`)
    }
    const button = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
    const row = (name: RegExp) => page.locator('#koe').getByRole('link', { name }).first().click()

    await check('morning')
    await button('Kolleger')
    await page.getByRole('dialog').waitFor()
    await check('colleagues')
    await page.keyboard.press('Escape')
    await button('Lyd og beskeder')
    await page.getByRole('dialog').waitFor()
    await check('sound and notices')
    await page.keyboard.press('Escape')
    await button('Skabeloner')
    await check('canned replies of the lead')
    await button('Skriv en ny')
    await page.getByLabel('Tekst').first().waitFor()
    await check('a new canned reply')
    await page.keyboard.press('Escape')
    await button('Tastaturgenveje')
    await check('keys')
    await page.keyboard.press('Escape')
    await row(/Beboerlicens/)
    await button('Vis nummer')
    await page.locator('#number').waitFor()
    await check('overdue callback')
    memory.change('sofa', { state: 'held', holder: 'somebody' })
    memory.add('sofa', memory.event('accepted', 'Sara'))
    await row(/sofa i gården/)
    await page.getByRole('heading', { name: 'En kollega har samtalen' }).waitFor()
    await check('with a colleague')
    memory.answer('mit gamle pas er stjålet, kan jeg tale med nogen', {
      articleId: 'pas-bortkommet',
      title: 'Bortkommet pas',
      version: '5d02aa118822',
      part: 'main',
      text: 'Meld tyveriet til politiet, og tag kvitteringen med, når du bestiller et nyt pas.',
    })
    await row(/Pas til voksne/)
    await button('Tag samtalen')
    await page.locator('.suggest').waitFor()
    memory.ports.typing.note('pas', 'citizen')
    await page.getByText('Borgeren skriver').waitFor()
    await check('live')
    await button(/Skabeloner \//)
    await page.locator('#canned-find').waitFor()
    await check('canned')
    await page.keyboard.press('Escape')
    await button('Afslut')
    await page.getByLabel('Trusler eller grove ord').check()
    await check('closing')
    await page.getByLabel('Hvad skete der?').fill('Truede.')
    await button('Fortsæt')
    await button('Afslut, og giv besked')
    await page.locator('#undo').waitFor()
    await check('undo')
    seedMany(memory, 200, server.clock.now())
    await page.locator('.list-tools').waitFor()
    await check('many')
    await button('English')
    await page.getByRole('heading', { name: 'Waiting' }).waitFor()
    await check('English')
    expect(checked.filter(([, faults]) => faults.length > 0)).toEqual([])
  })

  it.each(rooms)(
    'shows where the focus is, and covers it nowhere, at $width × $height',
    async (viewport) => {
      await using desk = await openDeskPage({ viewport, forcedColors: 'active' })
      const { page } = desk
      await page
        .locator('#koe')
        .getByRole('link', { name: /Pas til voksne/ })
        .click()
      await page.getByRole('button', { name: 'Tag samtalen' }).click()
      await page.locator('#write:focus').waitFor()
      await page.getByRole('button', { name: /Skabeloner \// }).click()
      await page.locator('#canned-find:focus').waitFor()
      const keys = keyboardAt(page)
      await keys.look()
      await page.keyboard.press('Escape')
      await page.locator('#write:focus').waitFor()
      await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
      for (let stop = 0; stop < 40; stop += 1) {
        await keys.press('Tab')
        await keys.look()
      }
      expect(keys.stops.length).toBeGreaterThan(30)
    },
  )
})
