import type { Page } from 'playwright-core'
import { PASSWORD } from './desk-client.ts'

/** Opens a one-time link and chooses name and password. */
export async function enterDesk(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Navn').fill(name)
  await page.getByLabel('Adgangskode').fill(PASSWORD)
  await page.getByRole('button', { name: 'Gem og gå ind' }).click()
  await page.getByText('Forbundet').waitFor()
}
