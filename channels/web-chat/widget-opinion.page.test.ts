import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { startChatStage } from './testing/chat-stage.ts'
import { openWidgetPage, type WidgetPage } from './testing/widget-page.ts'

describe.skipIf(findChromium() === undefined)(
  'what a citizen thinks of an answer',
  { timeout: 60_000 },
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser.close())
    const ask = async (chat: WidgetPage) => {
      await chat.open()
      await chat.say('pas')
      await chat.page.getByRole('group', { name: 'Hjalp svaret?' }).waitFor()
    }

    it('is one press, thanked for with who reads it, and known after a reload', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await ask(chat)
      await page.getByRole('button', { name: 'Ja', exact: true }).press('Enter')
      const thanks = page.getByText('Tak. Vores medarbejdere kan se dit svar.')
      await thanks.waitFor()
      expect(await thanks.evaluate((it) => it.matches(':focus'))).toBe(true)
      expect(stage.dialogue.feedback).toMatchObject([{ helped: true, comment: '' }])
      expect(await chat.axe()).toEqual([])
      await page.reload()
      await thanks.waitFor()
      expect(await page.getByRole('group', { name: 'Hjalp svaret?' }).count()).toBe(0)
      expect((await chat.spoken()).join(' ')).not.toContain('Tak.')
      expect(chat.faults).toEqual([])
    })

    it('may say what was missing, or leave it', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await ask(chat)
      await page.getByRole('button', { name: 'Nej', exact: true }).click()
      const comment = page.getByLabel('Hvad manglede?')
      await comment.waitFor()
      await page.getByText('Skriv højst 500 tegn og ikke dit CPR-nummer.').waitFor()
      expect(await chat.axe()).toEqual([])
      await page.getByRole('button', { name: 'Send kommentar' }).click()
      await page.getByText('Skriv, hvad der manglede, eller vælg »Nej tak«.').waitFor()
      expect(await comment.evaluate((it) => it.matches(':focus'))).toBe(true)
      await comment.fill('x'.repeat(507))
      await page.getByRole('button', { name: 'Send kommentar' }).click()
      await page.getByText('Der er 7 tegn for mange. Gør teksten kortere.').waitFor()
      expect(await comment.inputValue()).toHaveLength(507)
      expect(await chat.axe()).toEqual([])
      await comment.fill('Hvad koster det?')
      await page.getByRole('button', { name: 'Send kommentar' }).press('Enter')
      const thanks = page.getByText('Tak. Vores medarbejdere kan læse, hvad du skrev.')
      await thanks.waitFor()
      expect(await thanks.evaluate((it) => it.matches(':focus'))).toBe(true)
      expect(stage.dialogue.feedback.at(-1)).toMatchObject({ comment: 'Hvad koster det?' })
      expect(await chat.field.inputValue()).toBe('')
      await chat.say('pas igen')
      await page.getByRole('group', { name: 'Hjalp svaret?' }).waitFor()
      await page.getByRole('button', { name: 'Nej', exact: true }).click()
      await page.getByRole('button', { name: 'Nej tak' }).click()
      await comment.waitFor({ state: 'detached' })
      await page.reload()
      await page.getByText('Vores medarbejdere kan se dit svar').waitFor()
      expect(await comment.count()).toBe(0)
    })

    it('can be given again when it could not be stored, and a comment is still there', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await ask(chat)
      stage.dialogue.pace.fails = true
      await page.getByRole('button', { name: 'Nej', exact: true }).click()
      await chat.log.getByText('Vi kunne ikke gemme').waitFor()
      stage.dialogue.pace.fails = false
      await page.getByRole('button', { name: 'Nej', exact: true }).click()
      await page.getByLabel('Hvad manglede?').fill('Prisen')
      stage.dialogue.pace.fails = true
      await page.getByRole('button', { name: 'Send kommentar' }).click()
      await expect
        .poll(() =>
          page.getByRole('button', { name: 'Send kommentar' }).getAttribute('aria-disabled'),
        )
        .toBeNull()
      expect(await page.getByLabel('Hvad manglede?').inputValue()).toBe('Prisen')
      stage.dialogue.pace.fails = false
      await page.getByRole('button', { name: 'Send kommentar' }).click()
      await page.getByText('kan læse, hvad du skrev').waitFor()
    })

    it('waits for the network, and is stored once', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await ask(chat)
      await stage.stop()
      await page.locator('.chat-strip').waitFor()
      await page.getByRole('button', { name: 'Ja', exact: true }).click()
      await page.getByText('Sendes, når du er på nettet igen').waitFor()
      await stage.start()
      await page.getByText('Tak. Vores medarbejdere kan se dit svar.').waitFor({ timeout: 20_000 })
      expect(stage.dialogue.feedback).toHaveLength(1)
    })
  },
)
