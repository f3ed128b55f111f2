import { describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { openBrowser } from '#tests/kit/browser.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { enterDesk } from './testing/enter-desk.ts'
import { seedMorning } from './testing/seed.ts'
import { startDeskServer } from './testing/start-desk-server.ts'

const TIME_LIMIT_MS = 60_000

describe.runIf(findChromium())('the page for staff', { timeout: TIME_LIMIT_MS }, () => {
  it('leads from the sign-in link to a conversation that is taken, answered and closed, by keyboard', async () => {
    await using server = await startDeskServer()
    await using browser = await openBrowser()
    const page = await browser.page()
    await page.goto(await server.signInLink())
    expect(await axeFaults(page)).toEqual([])
    await enterDesk(page, await server.signInLink(), 'Jonas')
    await page.getByRole('heading', { name: 'Ingen venter' }).waitFor()
    expect(await axeFaults(page)).toEqual([])

    seedMorning(server.memory)
    const row = page.locator('#koe').getByRole('link', { name: /Pas til voksne/ })
    await row.waitFor()
    expect(await page.title()).toBe('(3) Skranken')
    for (let i = 0; i < 10 && !(await row.evaluate((one) => one.matches(':focus'))); i++)
      await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText('Du bestiller tid i Borgerservice').waitFor()
    expect(await axeFaults(page)).toEqual([])

    await page.keyboard.press('t')
    await page.locator('#talk-title:focus').waitFor()
    await page.keyboard.press('r')
    await page.locator('#write:focus').waitFor()
    await page.keyboard.type('Hej. Tag pas og politiets kvittering med.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.line.staff').filter({ hasText: 'politiets kvittering' }).waitFor()
    expect(await page.locator('#write').inputValue()).toBe('')
    server.memory.add('pas', {
      by: 'citizen',
      id: 'thanks',
      channel: 'web-chat',
      text: 'tak skal du have',
      masked: false,
    })
    await page.locator('.line.citizen').filter({ hasText: 'tak skal du have' }).waitFor()
    expect(await axeFaults(page)).toEqual([])

    await page.locator('#talk-title').focus()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: 'Afslut samtalen' })
    await dialog.getByLabel('Opsamling').fill('Vejledt om tyveri.')
    expect(await axeFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Afslut' }).click()
    await page.getByRole('heading', { name: 'Samtalen er afsluttet' }).waitFor()
    await row.waitFor({ state: 'detached' })
    expect(await axeFaults(page)).toEqual([])
  })

  it('tells the slower of two whose the conversation is', async () => {
    await using server = await startDeskServer()
    await using browser = await openBrowser()
    seedMorning(server.memory)
    const jonas = await browser.page()
    await enterDesk(jonas, await server.signInLink(), 'Jonas')
    await jonas.getByRole('button', { name: 'Kolleger' }).click()
    await jonas.getByLabel('Navn').fill('Sara')
    await jonas.getByRole('button', { name: 'Lav et link' }).click()
    const link = (await jonas.locator('.link-out').textContent()) ?? ''
    expect(await axeFaults(jonas)).toEqual([])
    await jonas.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await jonas.getByRole('button', { name: 'Kopiér linket' }).click()
    await jonas.getByRole('button', { name: 'Linket er kopieret' }).waitFor()
    expect(await jonas.evaluate('navigator.clipboard.readText()')).toBe(link)
    await jonas.getByRole('dialog').getByRole('button', { name: 'Luk' }).click()
    const sara = await browser.page()
    await enterDesk(sara, link, 'Sara')
    const pages = [jonas, sara]
    for (const page of pages) await page.getByRole('link', { name: /Pas til voksne/ }).click()
    const buttons = pages.map((page) =>
      page.getByRole('button', { name: 'Tag samtalen' }).elementHandle(),
    )
    const handles = await Promise.all(buttons)
    await Promise.all(handles.map((button) => button?.dispatchEvent('click')))
    const winner = await Promise.race(
      pages.map((page) =>
        page
          .getByLabel('Svar til borgeren')
          .waitFor()
          .then(() => page),
      ),
    )
    const loser = winner === jonas ? sara : jonas
    await loser
      .getByRole('heading', {
        name: `${winner === jonas ? 'Jonas' : 'Sara'} tog samtalen lige før dig`,
      })
      .waitFor()
    expect(await loser.getByLabel('Svar til borgeren').count()).toBe(0)
    expect(await axeFaults(loser)).toEqual([])
  })

  it('keeps the draft while the server is away, and is complete when it is back', async () => {
    const first = await startDeskServer()
    const { registers, memory } = first
    await using browser = await openBrowser()
    seedMorning(memory)
    const page = await browser.page()
    await enterDesk(page, await first.signInLink(), 'Jonas')
    await page.getByRole('link', { name: /Pas til voksne/ }).click()
    await page.getByRole('button', { name: 'Tag samtalen' }).click()
    await page.getByLabel('Svar til borgeren').fill('Et halvt sv')
    await first[Symbol.asyncDispose]()
    await page.getByText('Forbindelsen er væk.').waitFor()
    const send = page.getByRole('button', { name: 'Send' })
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('#why-not').textContent()).toContain('før du er forbundet')
    expect(await axeFaults(page)).toEqual([])
    memory.add('pas', {
      by: 'citizen',
      id: 'meanwhile',
      channel: 'web-chat',
      text: 'skrevet imens',
      masked: false,
    })
    await using _second = await startDeskServer({
      registers,
      memory,
      port: Number(new URL(first.url).port),
    })
    await page
      .locator('.line.citizen')
      .filter({ hasText: 'skrevet imens' })
      .waitFor({ timeout: 20_000 })
    expect(await page.getByLabel('Svar til borgeren').inputValue()).toBe('Et halvt sv')
    await page.getByLabel('Svar til borgeren').fill('Et helt svar')
    await send.click()
    await page.locator('.line.staff').filter({ hasText: 'Et helt svar' }).waitFor()
    const texts = await page.locator('.line').allTextContents()
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('shows a number after one press and notes how the call went', async () => {
    await using server = await startDeskServer()
    await using browser = await openBrowser()
    seedMorning(server.memory)
    const page = await browser.page({ viewport: { width: 320, height: 720 } })
    await enterDesk(page, await server.signInLink(), 'Jonas')
    await page.getByRole('link', { name: /Opkald/ }).click()
    await page.getByRole('link', { name: /Beboerlicens/ }).click()
    await page.getByText('Lovet torsdag inden kl. 16').waitFor()
    expect(await page.content()).not.toMatch(/20.?00.?01.?23/)
    await page.getByRole('button', { name: 'Vis nummer' }).click()
    await page.getByRole('link', { name: /20.00.01.23/ }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')
    expect(widths).toEqual([320, 320])
    await page.getByLabel('Opsamling').fill('Talte om leasing.')
    await page.getByRole('button', { name: 'Luk som ikke nået' }).click()
    await page.getByRole('dialog').getByText('Det kan ikke fortrydes').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Behold på listen' }).click()
    expect(await page.getByLabel('Opsamling').inputValue()).toBe('Talte om leasing.')
    await page.getByRole('button', { name: 'Fik fat i borgeren' }).click()
    await page.getByRole('link', { name: /Beboerlicens/ }).waitFor({ state: 'detached' })
  })
})
