import type { Page } from 'playwright-core'

const PASSWORD = 'fire små ord i rækkefølge'

/** Somebody of the staff at the desk. */
export function deskAt(page: Page) {
  const list = page.locator('#koe')
  return {
    list,
    async enter(link: string, name: string) {
      await page.goto(link)
      await page.getByLabel('Navn').fill(name)
      await page.getByLabel('Adgangskode').fill(PASSWORD)
      await page.getByRole('button', { name: 'Gem og gå ind' }).click()
      await page.getByText('Forbundet').waitFor()
    },
    /** A one-time link for a colleague. */
    async invites(name: string): Promise<string> {
      await page.getByRole('button', { name: 'Kolleger' }).click()
      await page.getByLabel('Navn').fill(name)
      await page.getByRole('button', { name: 'Lav et link' }).click()
      const link = (await page.locator('.link-out').textContent()) ?? ''
      await page.getByRole('dialog').getByRole('button', { name: 'Luk' }).click()
      return link
    },
    async opens(name: string | RegExp) {
      await list.getByRole('link', { name }).first().click()
    },
    async presses(name: string | RegExp) {
      await page.getByRole('button', { name }).first().click()
    },
    async says(text: string) {
      await page.getByLabel('Svar til borgeren').fill(text)
      await page.keyboard.press('Control+Enter')
      await page.locator('.line.staff', { hasText: text }).waitFor()
    },
    async sees(text: string | RegExp) {
      await page.getByText(text).first().waitFor()
    },
  }
}
