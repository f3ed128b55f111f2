import { describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { openDeskPage } from './testing/open-desk-page.ts'

const TIME_LIMIT_MS = 60_000
const stolen = {
  articleId: 'pas-bortkommet',
  title: 'Bortkommet pas',
  version: '5d02aa118822',
  part: 'main',
  text: 'Meld tyveriet til politiet.',
}

describe.runIf(findChromium())('writing at the desk', { timeout: TIME_LIMIT_MS }, () => {
  it('shows on both sides that somebody writes, and moves nothing', async () => {
    await using desk = await openDeskPage()
    const { page, memory } = desk
    const { typing } = memory.ports
    await page.getByRole('link', { name: /sofa i gården/ }).click()
    await page.getByRole('button', { name: 'Tag samtalen' }).click()
    await page.locator('#write:focus').waitFor()
    const staff = Promise.withResolvers<string>()
    typing.on('all', ({ who, conversationId }) => {
      if (who === 'staff') staff.resolve(conversationId)
    })
    await page.keyboard.type('Hej')
    expect(await staff.promise).toBe('sofa')
    const place = () => page.locator('#write').boundingBox()
    const before = await place()
    typing.note('sofa', 'citizen')
    await page.getByText('Borgeren skriver').waitFor()
    expect(await place()).toEqual(before)
    expect(await axeFaults(page)).toEqual([])
    memory.add('sofa', { by: 'citizen', id: 'x', channel: 'web-chat', text: 'tak', masked: false })
    await page.getByText('Borgeren skriver').waitFor({ state: 'detached' })
  })

  it('puts a canned reply where the cursor is, in the language of the conversation', async () => {
    await using desk = await openDeskPage()
    const { page } = desk
    await page.getByRole('link', { name: /mitid/i }).or(page.getByText('Engelsk')).first().click()
    await page.keyboard.press('t')
    await page.locator('#talk-title:focus').waitFor()
    await page.locator('#write').fill('Before after')
    await page.evaluate(`const field = document.getElementById('write')
      field.setSelectionRange(7, 7)
      field.blur()`)
    await page.keyboard.press('/')
    await page.locator('#canned-find:focus').waitFor()
    await page.keyboard.type('anything')
    await page.getByRole('option', { name: /Anything else/ }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.type(' qqq')
    await page.getByText('Ingen skabelon passer').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Escape')
    await page.locator('#write:focus').waitFor()
    await page.getByRole('button', { name: /Skabeloner \// }).click()
    await page.keyboard.type('good day')
    await page.keyboard.press('Enter')
    await page.locator('#write:focus').waitFor()
    const written = await page.locator('#write').inputValue()
    expect(written).toMatch(/^Before Thank you .* good day\. after$/)
    expect(desk.memory.linesOf('mitid').filter(({ by }) => by === 'staff')).toEqual([])
  })

  it('lets a lead change the canned replies, for everybody at once', async () => {
    await using desk = await openDeskPage()
    const { page } = desk
    await page.getByRole('button', { name: 'Skabeloner', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Skabeloner' })
    await dialog.getByRole('button', { name: 'Skriv en ny' }).click()
    expect(await axeFaults(page)).toEqual([])
    const [danish, english] = ['Dansk', 'Engelsk'].map((name) =>
      dialog.getByRole('group', { name }),
    )
    await danish?.getByLabel('Navn').fill('Åben postkasse')
    await danish?.getByLabel('Tekst').fill('Læg det i postkassen.')
    await english?.getByLabel('Navn').fill('Letter box')
    await english?.getByLabel('Tekst').fill('Put it in the letter box.')
    await dialog.getByRole('button', { name: 'Gem' }).click()
    await dialog.getByText('Ændret af Jonas i dag kl. 9.16').waitFor()
    await dialog.getByRole('button', { name: 'Fjern »Åben postkasse«' }).click()
    await dialog.getByText('Fjern den').click()
    await dialog.getByText('Åben postkasse').waitFor({ state: 'detached' })
    expect(await axeFaults(page)).toEqual([])
  })

  it('puts a suggested article into the field and sends nothing by itself', async () => {
    await using desk = await openDeskPage()
    const { page, memory } = desk
    memory.answer('mit gamle pas er stjålet, kan jeg tale med nogen', stolen)
    await page
      .locator('#koe')
      .getByRole('link', { name: /Pas til voksne/ })
      .click()
    await page.getByText('Du bestiller tid i Borgerservice').waitFor()
    expect(await page.locator('.suggest').count()).toBe(0)
    await page.keyboard.press('t')
    await page.getByText('Forslag fra artiklen »Bortkommet pas«, udgave 5d02aa').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('f')
    await page.locator('#write:focus').waitFor()
    expect(await page.locator('#write').inputValue()).toBe(stolen.text)
    expect(memory.linesOf('pas').some(({ by }) => by === 'staff')).toBe(false)
    await page.keyboard.press('Control+Enter')
    await page.locator('.line.staff').filter({ hasText: stolen.text }).waitFor()
  })

  it('counts the text messages that a reply becomes, and says what makes it dearer', async () => {
    await using desk = await openDeskPage()
    const { page } = desk
    await page.getByText('Engelsk').first().click()
    await page.getByRole('button', { name: 'Tag samtalen' }).click()
    await page.locator('#write').fill('Det’s fint – kom bare')
    await page.getByText('1 sms, 21 tegn').waitFor()
    await page.locator('#write').fill('a'.repeat(161))
    await page.getByText("2 sms'er, 161 tegn").waitFor()
    await page.locator('#write').fill('Godt 😊')
    await page.getByText('😊 gør den dyrere').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})
