import { describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { openDeskPage } from './testing/open-desk-page.ts'

const TIME_LIMIT_MS = 60_000

describe.runIf(findChromium())('the keyboard of the desk', { timeout: TIME_LIMIT_MS }, () => {
  it('has single keys, which rest in fields and can be turned off', async () => {
    await using desk = await openDeskPage()
    const { page, memory } = desk
    await page.keyboard.press('n')
    await page.locator('#talk-title:focus').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Mulig krise' }).waitFor()
    await page.locator('#write').waitFor()
    await page.keyboard.press('r')
    await page.locator('#write:focus').waitFor()
    expect(await page.locator('#write').inputValue()).toBe('')
    await page.keyboard.type('banan')
    expect(await page.locator('#write').inputValue()).toBe('banan')
    await page.keyboard.press('F6')
    await page.locator('#baggrund:focus').waitFor()
    await page.keyboard.press('F6')
    await page.locator('#koe:focus').waitFor()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Tastaturgenveje' })
    expect(await axeFaults(page)).toEqual([])
    await help.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('b')
    expect(
      memory.linesOf('krise').some((line) => line.by === 'event' && line.what.type === 'returned'),
    ).toBe(false)
    await page.getByRole('button', { name: 'Tastaturgenveje' }).click()
    await help.getByRole('checkbox').check()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('b')
    await page.getByText('Chatbotten har den nu').waitFor()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByRole('button', { name: 'Afslut' }).click()
    await page.getByRole('heading', { name: 'Samtalen er afsluttet' }).waitFor()
    expect(await page.getByRole('button', { name: 'Afslut' }).count()).toBe(0)
  })

  it('gives no citizen away when somebody begins a word without being in the field', async () => {
    await using desk = await openDeskPage()
    const { page, memory } = desk
    await page.keyboard.press('n')
    await page.locator('#talk-title:focus').waitFor()
    // In one go, as a hand does it; a busy machine would tear the keys apart.
    await page.evaluate(`for (const key of 'bog')
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))`)
    await page.locator('#write').waitFor()
    await page.keyboard.press('r')
    await page.locator('#write:focus').waitFor()
    await page.keyboard.type('Jeg er her.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.line.staff').filter({ hasText: 'Jeg er her.' }).waitFor()
    const happened = memory.linesOf('krise').map((line) => line.by === 'event' && line.what.type)
    expect(happened).not.toContain('returned')
  })
})
