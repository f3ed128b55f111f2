import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { startChatStage } from './testing/chat-stage.ts'
import { openWidgetPage } from './testing/widget-page.ts'

describe.skipIf(findChromium() === undefined)(
  'the chat over a bad line',
  { timeout: 60_000 },
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser.close())

    it('keeps what was written while the server was away, sends it once, and misses nothing', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      await chat.open()
      await chat.say('pas')
      await chat.log.getByText('Har du ikke MitID?').waitFor()
      await stage.stop()
      await chat.say('er du der')
      await chat.log.getByText('Sendes, når du er på nettet igen').waitFor()
      await chat.page.locator('.chat-strip').waitFor()
      expect(await chat.axe()).toEqual([])
      stage.dialogue.staffSays(stage.dialogue.last(), 'Mette', 'Vi er her snart')
      await stage.start()
      await chat.log.getByText('Vi er her snart').waitFor({ timeout: 20_000 })
      await expect
        .poll(() => stage.dialogue.said.map(({ text }) => text))
        .toEqual(['pas', 'er du der'])
      await expect.poll(() => chat.log.getByText('er du der', { exact: true }).count()).toBe(1)
      expect(await chat.log.getByText('Har du ikke MitID?').count()).toBe(1)
    })

    it('goes on after a reload, also with what was never sent', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      await chat.open()
      await chat.say('pas')
      await chat.log.getByText('Har du ikke MitID?').waitFor()
      await chat.page.context().setOffline(true)
      await chat.say('kort')
      await chat.field.fill('halvt skrevet')
      await chat.page.context().setOffline(false)
      await chat.page.reload()
      await chat.page.getByRole('button', { name: 'Opholdskort' }).waitFor()
      expect(await chat.log.getByText('Har du ikke MitID?').count()).toBe(1)
      expect(await chat.field.inputValue()).toBe('halvt skrevet')
      expect(stage.dialogue.said.map(({ text }) => text)).toEqual(['pas', 'kort'])
      expect(stage.dialogue.started).toHaveLength(1)
    })

    it('tells a slow answer, a broken one and an unsent message apart', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      stage.dialogue.pace.answerMs = 5000
      await chat.say('pas')
      await chat.log.getByText('Finder svaret …').first().waitFor()
      await chat.log.getByText('Det tager lidt længere end normalt.').waitFor()
      expect(await chat.axe()).toEqual([])
      stage.dialogue.pace.answerMs = 0
      await chat.log.getByText('Har du ikke MitID?').waitFor()
      expect(await chat.log.getByText('Det tager lidt længere').count()).toBe(0)
      await chat.say('lav en fejl')
      await page.getByRole('button', { name: 'Prøv igen' }).waitFor()
      stage.dialogue.pace.fails = true
      await chat.say('kort, mit cpr er 010190-1234')
      await page.getByRole('button', { name: 'Send igen' }).waitFor()
      await chat.log.getByText('CPR-nummer fjernet').waitFor()
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('010190')
      expect(await chat.axe()).toEqual([])
      await expect.poll(() => chat.spoken()).toContain('alert: Ikke sendt. Send igen.')
      stage.dialogue.pace.fails = false
      await page.getByRole('button', { name: 'Send igen' }).click()
      await page.getByRole('button', { name: 'Opholdskort' }).waitFor()
      expect(
        stage.dialogue.said.filter(({ text }) => text === 'kort, mit cpr er 010190-1234'),
      ).toHaveLength(1)
    })

    it('learns after a break that staff have closed, and puts what it had written into a new one', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      await chat.say('pas')
      await chat.log.getByText('Har du ikke MitID?').waitFor()
      const first = stage.dialogue.last()
      await stage.stop()
      stage.dialogue.staffJoins(first, 'Mette')
      stage.dialogue.closes(first, 'Mette')
      await chat.say('lige en ting mere om kort')
      await chat.field.fill('og en halv sætning')
      await stage.start()
      await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor({ timeout: 20_000 })
      await page.getByRole('button', { name: 'Start en ny samtale' }).click()
      await page.getByRole('button', { name: 'Opholdskort' }).waitFor()
      expect(await chat.field.inputValue()).toBe('og en halv sætning')
      expect(stage.dialogue.started).toHaveLength(2)
      expect(stage.dialogue.said.map(({ text }) => text)).toEqual([
        'pas',
        'lige en ting mere om kort',
      ])
    })

    it('leaves nothing on a shared computer when the conversation is ended or deleted', async () => {
      await using stage = await startChatStage()
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      for (const way of ['Afslut samtalen på denne computer', 'Slet min samtale']) {
        await chat.say('mit pas')
        await chat.log.getByText('Har du ikke MitID?').waitFor()
        await page.getByRole('button', { name: 'Indstillinger' }).click()
        await page.getByRole('button', { name: way }).click()
        if (way.startsWith('Slet'))
          await page.getByRole('button', { name: 'Slet samtalen' }).click()
        await page.getByRole('button', { name: 'Start en ny samtale' }).waitFor()
        expect(await chat.log.getByText('mit pas').count()).toBe(0)
        expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(
          /mit pas|"token":"/,
        )
        expect(await chat.axe()).toEqual([])
        await expect
          .poll(async () => (await stage.dialogue.standing(stage.dialogue.last())).handledBy)
          .toBe('nobody')
        await page.getByRole('button', { name: 'Start en ny samtale' }).click()
      }
      expect((await stage.dialogue.standing(stage.dialogue.last())).erased).toBe(true)
    })
  },
)
