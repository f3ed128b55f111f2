import { describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { openDeskPage } from './testing/open-desk-page.ts'

const TIME_LIMIT_MS = 60_000

async function holdingTheSofa() {
  const desk = await openDeskPage()
  await desk.page.getByRole('link', { name: /sofa i gården/ }).click()
  await desk.page.getByRole('button', { name: 'Tag samtalen' }).click()
  await desk.page.locator('#write:focus').waitFor()
  return desk
}

describe.runIf(findChromium())('closing at the desk', { timeout: TIME_LIMIT_MS }, () => {
  it('can be undone, and the conversation goes on where it was', async () => {
    await using desk = await holdingTheSofa()
    const { page, memory } = desk
    await page.getByLabel('Svar til borgeren').fill('Et halvt sv')
    await page.getByRole('button', { name: 'Afslut' }).click()
    const dialog = page.getByRole('dialog', { name: 'Afslut samtalen' })
    await dialog.getByText('Du kan åbne den igen i ti minutter').waitFor()
    await dialog.getByRole('button', { name: 'Afslut' }).click()
    await page.locator('#undo:focus').waitFor()
    await page.getByText('Du kan fortryde indtil kl. 9.26.').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('Jonas åbnede samtalen igen').waitFor()
    expect(await page.getByLabel('Svar til borgeren').inputValue()).toBe('Et halvt sv')
    memory.add('sofa', {
      by: 'citizen',
      id: 'x',
      channel: 'web-chat',
      text: 'er du der',
      masked: false,
    })
    await page.locator('.line.citizen').filter({ hasText: 'er du der' }).waitFor()
  })

  it('says so when it can no longer be undone', async () => {
    await using desk = await holdingTheSofa()
    const { page, memory } = desk
    await page.getByRole('button', { name: 'Afslut' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Afslut' }).click()
    await page.locator('#undo').waitFor()
    // As when the citizen has begun anew: the engine no longer allows it.
    memory.change('sofa', { state: 'bot' })
    await page.locator('#undo').click()
    await page.locator('#samtale').getByText('Den kan ikke åbnes igen').waitFor()
    expect(await page.locator('#undo').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
  })

  it('because of abuse takes a reason and a second press', async () => {
    await using desk = await holdingTheSofa()
    const { page, memory } = desk
    await page.getByRole('button', { name: 'Afslut' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Trusler eller grove ord').check()
    await dialog.getByText('man er velkommen igen uden dem').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Fortsæt' }).click()
    expect(
      await dialog.getByLabel('Hvad skete der?').evaluate((field) => field.matches(':invalid')),
    ).toBe(true)
    await dialog.getByLabel('Hvad skete der?').fill('Truede med at komme forbi.')
    await dialog.getByRole('button', { name: 'Fortsæt' }).click()
    await page
      .getByRole('heading', { name: 'Afslut på grund af trusler eller grove ord?' })
      .waitFor()
    expect(await axeFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Tilbage' }).click()
    expect(await dialog.getByLabel('Hvad skete der?').inputValue()).toContain('komme forbi')
    await dialog.getByRole('button', { name: 'Fortsæt' }).click()
    await dialog.getByRole('button', { name: 'Afslut, og giv besked' }).click()
    await page.getByRole('heading', { name: 'Samtalen er afsluttet' }).waitFor()
    const item = await memory.ports.views.get(memory.ports.deskView, 'sofa')
    expect(item?.disposition).toBe('ended-for-abuse')
  })

  it('leaves a lead the way to erase what was written, from the screen as well', async () => {
    await using desk = await holdingTheSofa()
    const { page } = desk
    await page.getByRole('button', { name: 'Afslut' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Afslut' }).click()
    await page.locator('#undo').waitFor()
    await page.getByRole('button', { name: 'Slet borgerens tekster' }).click()
    await page.getByLabel('Hvorfor?').fill('borgeren bad om det')
    await page.getByRole('button', { name: 'Slet teksterne' }).click()
    await page.locator('.line.citizen').filter({ hasText: 'Teksten er slettet' }).waitFor()
    expect(await page.content()).not.toContain('sofa i gården')
    expect(await axeFaults(page)).toEqual([])
  })
})
