import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { type ChatStage, startChatStage } from './testing/chat-stage.ts'
import { giveVoice } from './testing/fake-voice.ts'
import { openWidgetPage, type WidgetPage } from './testing/widget-page.ts'

const loose = { saysPerCitizen: { capacity: 1000, perSecond: 1000 } }
const whole = 'Du bestiller en tid, og så laver vi passet, mens du er her.'
const plain = 'Søg på borger.dk, bestil en tid, og tag dit gamle pas med.'

describe.skipIf(findChromium() === undefined)(
  'the settings of the chat',
  { timeout: 60_000 },
  () => {
    let browser: Browser
    let stage: ChatStage
    beforeAll(async () => {
      browser = await launchChromium()
      stage = await startChatStage({ limits: loose })
    })
    afterAll(async () => {
      await browser.close()
      await stage[Symbol.asyncDispose]()
    })
    const settings = ({ page }: WidgetPage) =>
      page.getByRole('button', { name: 'Indstillinger' }).click()
    const back = ({ page }: WidgetPage) => page.getByRole('button', { name: 'Tilbage' }).click()

    it('show earlier answers in plain words at once, and each whole again at a press', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      await chat.say('pas')
      await chat.log.getByText(whole).waitFor()
      await settings(chat)
      await page.getByRole('switch', { name: 'Kortere svar med enkle ord' }).check()
      await back(chat)
      await chat.log.getByText(plain).waitFor()
      expect(await chat.log.getByText(whole).count()).toBe(0)
      expect(await chat.log.getByText('Kilde:').count()).toBe(1)
      expect(await chat.axe()).toEqual([])
      await page.getByRole('button', { name: 'Vis hele svaret' }).press('Enter')
      await chat.log.getByText(whole).waitFor()
      const short = page.getByRole('button', { name: 'Vis det korte svar' })
      expect(await short.evaluate((it) => it.matches(':focus'))).toBe(true)
      await short.press('Enter')
      await chat.log.getByText(plain).waitFor()
      await chat.say('pas igen')
      await expect.poll(() => chat.log.getByText(plain).count()).toBe(2)
      await expect
        .poll(() => chat.spoken())
        .toContainEqual(`status: Chatbot: ${plain} Kilde: Pas på kk.dk.`)
    })

    it('outlive a reload, and so do text size and language', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      await settings(chat)
      expect(await chat.axe()).toEqual([])
      await page.getByRole('switch', { name: 'Kortere svar med enkle ord' }).check()
      await page.getByRole('radio', { name: 'Større' }).check()
      await page.getByText('Chatbotten svarer på det sprog, du skriver på.').waitFor()
      await page.getByRole('radio', { name: 'English' }).check()
      await page.getByText('The chatbot answers in the language that you write in.').waitFor()
      await page.getByText('Opens Monday at 9').waitFor()
      await page.reload()
      await page.getByText('Hello. I am a chatbot', { exact: true }).waitFor()
      const size = page.locator('kk-chat dialog')
      expect(await size.getAttribute('data-text-size')).toBe('larger')
      await page.getByRole('button', { name: 'Settings' }).click()
      const short = page.getByRole('switch', { name: 'Shorter answers in plain words' })
      expect(await short.isChecked()).toBe(true)
      await page.keyboard.press('Escape')
      await chat.field.fill('passport')
      await page.keyboard.press('Enter')
      await page.locator('kk-chat .answer').getByText(plain).waitFor()
      const id = stage.dialogue.last()
      expect((await stage.dialogue.standing(id)).language).toBe('en')
    })

    it('give the conversation as a file, made on the page itself', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      await chat.say('mit pas')
      await chat.log.getByText(whole).waitFor()
      await settings(chat)
      await page.context().setOffline(true)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Hent samtalen som fil' }).click(),
      ])
      expect(file.suggestedFilename()).toBe('samtale.txt')
      const text = await readFile(await file.path(), 'utf8')
      expect(text).toContain('mit pas')
      expect(text).toContain('1. Udfyld ansøgningen på borger.dk')
    })

    it('say what else goes before a conversation is deleted', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      await chat.say('call-me')
      await page.getByLabel('Dit telefonnummer').fill('20 00 01 23')
      await page.getByLabel('Mandag 8. juni kl. 9–12').check()
      await page.getByRole('button', { name: 'Bestil opkald' }).click()
      await chat.log.getByText('48 21 93 7').waitFor()
      await settings(chat)
      await page.getByText('Vi ringer stadig til dig som aftalt.').waitFor()
      await page.getByRole('button', { name: 'Slet min samtale' }).click()
      await page.getByText('Vi sletter også dit nummer, så vi kan ikke ringe').waitFor()
      expect(await chat.axe()).toEqual([])
      await page.getByRole('button', { name: 'Behold den' }).click()
      await chat.say('menneske, jeg vil i kø')
      await page.getByText('Du er i køen. 2 foran dig').waitFor()
    })

    it('have a switch for reading aloud only where the computer has a voice of its own', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      await chat.open()
      await settings(chat)
      const aloud = page.getByRole('switch', { name: 'Læs svar højt' })
      expect(await aloud.count()).toBe(0)
      await back(chat)
      await page.getByRole('button', { name: /Skjul chatten/ }).click()
      await giveVoice(page)
      await chat.open()
      await settings(chat)
      await aloud.waitFor()
      await page.getByRole('radio', { name: 'English' }).check()
      expect(await page.getByRole('switch', { name: 'Read answers aloud' }).count()).toBe(0)
    })

    it('read an answer aloud as it stands, without signs, until it is stopped', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      const voice = await giveVoice(page)
      await chat.open()
      await chat.say('pas')
      await page.getByRole('button', { name: 'Læs op' }).click()
      await voice.finish()
      await voice.finish()
      expect(await voice.said()).toEqual([
        whole,
        'Det kan du gøre i alle kommuner.',
        'Udfyld ansøgningen på borger.dk med MitID.',
      ])
      expect(await chat.axe()).toEqual([])
      await page.getByRole('button', { name: 'Stop oplæsning' }).press('Enter')
      expect(
        await page.getByRole('button', { name: 'Læs op' }).evaluate((it) => it.matches(':focus')),
      ).toBe(true)
      await voice.finish()
      expect(await voice.said()).toHaveLength(3)
    })

    it('read every new answer aloud, and nothing else is read out until the voice is done', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      const voice = await giveVoice(page)
      await chat.open()
      await settings(chat)
      await page.getByRole('switch', { name: 'Læs svar højt' }).check()
      await back(chat)
      await chat.say('jeg har mistet mit kort')
      await page.getByRole('button', { name: 'Stop oplæsning' }).waitFor({ state: 'detached' })
      await expect.poll(() => voice.said()).toEqual(['Hvilket kort er det?'])
      const id = stage.dialogue.last()
      stage.dialogue.tells(id, 'returned', null, 'Medarbejderen er gået.')
      await chat.log.getByText('Medarbejderen er gået.').waitFor()
      await page.waitForTimeout(500)
      expect((await chat.spoken()).join(' ')).not.toMatch(/Hvilket kort|er gået/)
      for (const label of ['Kørekort.', 'Sundhedskort (det gule).', 'Opholdskort.']) {
        await voice.finish()
        await expect.poll(async () => (await voice.said()).at(-1)).toBe(label)
      }
      await voice.finish()
      await expect.poll(() => chat.spoken()).toContain('status: Medarbejderen er gået.')
      expect((await chat.spoken()).join(' ')).not.toContain('Hvilket kort')
    })

    it('do not read what was said before a reload, and fall silent when the chat is hidden', async () => {
      await using chat = await openWidgetPage(browser, stage.url)
      const { page } = chat
      const voice = await giveVoice(page)
      await chat.open()
      await settings(chat)
      await page.getByRole('switch', { name: 'Læs svar højt' }).check()
      await back(chat)
      await chat.say('pas')
      await expect.poll(() => voice.said()).toEqual([whole])
      await page.getByRole('button', { name: /Skjul chatten/ }).click()
      await voice.finish()
      expect(await voice.said()).toEqual([whole])
      await page.reload()
      await chat.open()
      await chat.log.getByText(whole).waitFor()
      expect(await voice.said()).toEqual([])
    })
  },
)
