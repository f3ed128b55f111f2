import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { type ChatStage, startChatStage } from './testing/chat-stage.ts'
import { openWidgetPage } from './testing/widget-page.ts'

const loose = { saysPerCitizen: { capacity: 1000, perSecond: 1000 } }

describe.skipIf(findChromium() === undefined)('the chat on a page', { timeout: 60_000 }, () => {
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

  it('answers, asks back, offers a call and gives a receipt, accessible at every step', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    const { page } = chat
    expect(await chat.axe()).toEqual([])
    await chat.open()
    await expect.poll(() => chat.field.evaluate((field) => field.matches(':focus'))).toBe(true)
    await chat.log.getByText('Hej. Jeg er en chatbot', { exact: true }).waitFor()
    expect(await chat.axe()).toEqual([])

    await chat.say('hvordan får jeg et nyt pas')
    await page.getByRole('link', { name: /Bestil tid i Borgerservice/ }).waitFor()
    expect(await page.locator('kk-chat .source').textContent()).toContain(
      'set 2023. Ikke kontrolleret',
    )
    expect(await chat.axe()).toEqual([])

    await chat.say('jeg har mistet mit kort')
    await page.getByRole('button', { name: 'Opholdskort' }).waitFor()
    expect(await page.getByRole('button', { name: 'Mit gamle pas er væk' }).count()).toBe(0)
    expect(await chat.axe()).toEqual([])

    await chat.person.click()
    await page.getByRole('button', { name: 'Ring til mig' }).click()
    await page.getByLabel('Dit telefonnummer').fill('20 00 01 2')
    await page.getByRole('button', { name: 'Bestil opkald' }).click()
    await chat.log.getByText('Nummeret har kun 7 cifre. Skriv alle otte.').waitFor()
    await chat.log.getByText('Vælg et tidspunkt.').waitFor()
    expect(await page.getByLabel('Dit telefonnummer').evaluate((it) => it.matches(':focus'))).toBe(
      true,
    )
    expect(await chat.axe()).toEqual([])

    await page.getByLabel('Dit telefonnummer').fill('20 00 01 23')
    await page.getByLabel('Mandag 8. juni kl. 9–12').check()
    await page.getByRole('button', { name: 'Bestil opkald' }).click()
    await chat.log.getByText('48 21 93 7').waitFor()
    await chat.page.getByText('Opkald mandag 8. juni mellem kl. 9 og 12').waitFor()
    expect(stage.dialogue.said.at(-1)?.said).toMatchObject({ via: 'form', phone: '20 00 01 23' })
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('20 00 01')
    expect(await chat.axe()).toEqual([])

    await page.getByRole('button', { name: 'Aflys opkaldet' }).click()
    await expect
      .poll(() => stage.dialogue.said.at(-1)?.said)
      .toEqual({ via: 'chosen', choice: 'no-thanks' })
    await page.getByRole('button', { name: 'Lav opkaldet om' }).click()
    await page.getByLabel('Dit telefonnummer').waitFor()
    expect(await chat.axe()).toEqual([])
    expect(chat.faults).toEqual([])
  })

  it('shows the queue and the person in the same place, and takes what is written meanwhile', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    const { page } = chat
    await chat.open()
    await chat.say('menneske, jeg vil i kø')
    await chat.page.getByText('Du er i køen. 2 foran dig').waitFor()
    await page.getByRole('button', { name: 'Ring til mig i stedet' }).waitFor()
    expect(await chat.axe()).toEqual([])
    await chat.say('mit pas er stjålet')
    const id = stage.dialogue.last()
    stage.dialogue.staffJoins(id, 'Mette')
    stage.dialogue.staffSays(id, 'Mette', 'Hej. <b>Det</b> var ærgerligt.')
    await chat.page.getByText('Mette er her', { exact: true }).waitFor()
    await chat.log.getByText('Hej. <b>Det</b> var ærgerligt.').waitFor()
    await chat.page.getByText('Du skriver med et menneske').waitFor()
    expect(await chat.axe()).toEqual([])
    stage.dialogue.closes(id, 'Mette')
    await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor()
    expect(await chat.axe()).toEqual([])
    await page.reload()
    await chat.log.getByText('Hej. Jeg er en chatbot', { exact: true }).waitFor()
    expect(await chat.log.getByText('stjålet').count()).toBe(0)
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(
      /stjålet|"token":"/,
    )
  })

  it('reads each message out once, in one sentence, and the numbers of a crisis at once', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.say('jeg har mistet mit kort')
    const choices = 'status: Chatbot: Hvilket kort er det? Tre valg.'
    await expect.poll(() => chat.spoken(), { timeout: 8000 }).toContain(choices)
    await chat.say('jeg vil ikke leve')
    const crisis = /^alert: Ring 112 nu.*Livslinien: 70 201 201\.$/
    await expect.poll(() => chat.spoken()).toContainEqual(expect.stringMatching(crisis))
    const spoken = await chat.spoken()
    expect(spoken.filter((text) => text === choices)).toHaveLength(1)
    expect(spoken.filter((text) => text.includes('mistet mit kort'))).toEqual([])
    await chat.page.getByRole('link', { name: /112/ }).waitFor()
    expect(await chat.page.getByRole('link', { name: '70 201 201' }).getAttribute('href')).toBe(
      'tel:+4570201201',
    )
    await expect
      .poll(() => chat.page.locator('kk-chat #alert').textContent(), { timeout: 4000 })
      .toBe('')
  })

  it('works by keyboard alone, and gives the focus back', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    const { page } = chat
    await page.locator('kk-chat #launch').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('pas')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('tak')
    await page.keyboard.press('Enter')
    await chat.log.getByText('Du bestiller en tid, og så laver vi passet').waitFor()
    expect(stage.dialogue.said.at(-1)?.text).toBe('pas\ntak')
    expect(await chat.field.evaluate((it) => it.matches(':focus'))).toBe(true)
    await page.getByRole('button', { name: 'Indstillinger' }).focus()
    await page.keyboard.press('Enter')
    expect(
      await page
        .getByRole('heading', { name: 'Indstillinger' })
        .evaluate((it) => it.matches(':focus')),
    ).toBe(true)
    await page.keyboard.press('Escape')
    expect(
      await page
        .getByRole('button', { name: 'Indstillinger' })
        .evaluate((it) => it.matches(':focus')),
    ).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.locator('kk-chat #launch').evaluate((it) => it.matches(':focus'))).toBe(true)
  })

  it('does not scroll away while somebody fills in the form', async () => {
    await using chat = await openWidgetPage(browser, stage.url, {
      viewport: { width: 1000, height: 520 },
    })
    await chat.open()
    await chat.say('call-me')
    const phone = chat.page.getByLabel('Dit telefonnummer')
    await chat.log.getByRole('button', { name: 'Bestil opkald' }).scrollIntoViewIfNeeded()
    await phone.focus()
    await chat.page.waitForTimeout(100)
    const before = await chat.log.evaluate((it) => it.scrollTop)
    await chat.page.keyboard.type('2000')
    expect(await chat.log.evaluate((it) => it.scrollTop)).toBe(before)
  })

  it('never traps the focus, and no message moves it', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    const { page } = chat
    const where = () => page.evaluate('document.activeElement.localName')
    await page.locator('a.button').first().focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await where()).toBe('kk-chat')
    await page.keyboard.press('Shift+Tab')
    expect(await where()).toBe('a')
    await chat.open()
    await chat.say('pas')
    await chat.log.getByText('Har du ikke MitID?').waitFor()
    await page.getByRole('link', { name: 'Forside' }).click({ trial: true })
    const been = new Set<unknown>()
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('Tab')
      been.add(await where())
    }
    expect(been).toContain('a')
    await chat.person.focus()
    stage.dialogue.staffSays(stage.dialogue.last(), 'Mette', 'Er du der?')
    await chat.log.getByText('Er du der?').first().waitFor()
    expect(await chat.person.evaluate((it) => it.matches(':focus'))).toBe(true)
  })

  it('warns before it closes for silence, and then leaves nothing of the conversation', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    const { page } = chat
    await chat.open()
    await chat.say('mit pas')
    await chat.log.getByText('Har du ikke MitID?').waitFor()
    stage.dialogue.notices(
      stage.dialogue.last(),
      'Er du her stadig? Samtalen lukker om fem minutter.',
    )
    await chat.log.getByRole('heading', { name: 'Er du her stadig?' }).waitFor()
    await expect
      .poll(() => chat.spoken())
      .toContainEqual(expect.stringMatching(/^alert: .*Er du her stadig/))
    expect(await chat.axe()).toEqual([])
    await chat.field.fill('jeg skriver lige')
    stage.dialogue.closes(stage.dialogue.last(), null)
    await chat.log.getByText('Resten er væk fra computeren.').waitFor()
    expect(await page.getByText('mit pas').count()).toBe(0)
    await page.getByRole('button', { name: 'Start en ny samtale' }).click()
    expect(await chat.field.inputValue()).toBe('jeg skriver lige')
  })

  it('says while hidden that somebody has written', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.say('pas')
    await chat.log.getByText('Har du ikke MitID?').waitFor()
    await chat.page.getByRole('button', { name: /Skjul chatten/ }).click()
    stage.dialogue.staffSays(stage.dialogue.last(), 'Mette', 'Er du der?')
    await chat.page.getByRole('button', { name: /Ny besked.*1 ulæst besked/ }).click()
    await chat.log.getByText('Er du der?').waitFor()
  })

  it('does not move the log under somebody who reads further up', async () => {
    await using chat = await openWidgetPage(browser, stage.url, {
      viewport: { width: 1000, height: 500 },
    })
    await chat.open()
    for (const text of ['pas', 'pas igen']) {
      await chat.say(text)
      await chat.log.getByText(text, { exact: true }).waitFor()
      await expect.poll(() => chat.page.locator('kk-chat .msg.bot').count()).toBeGreaterThan(0)
    }
    await chat.page
      .getByRole('link', { name: /Bestil tid/ })
      .nth(1)
      .waitFor()
    await chat.log.evaluate((it) => it.scrollTo(0, 0))
    await chat.page.waitForTimeout(100)
    stage.dialogue.staffSays(stage.dialogue.last(), 'Mette', 'Er du der?')
    const below = chat.log.page().getByRole('button', { name: 'Ny besked' })
    await below.waitFor()
    expect(await chat.log.evaluate((it) => it.scrollTop)).toBe(0)
    await below.click()
    expect(await chat.log.evaluate((it) => it.scrollTop)).toBeGreaterThan(100)
  })
})
