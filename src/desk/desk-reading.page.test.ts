import { describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { openDeskPage } from './testing/open-desk-page.ts'

const TIME_LIMIT_MS = 60_000

describe.runIf(findChromium())('reading at the desk', { timeout: TIME_LIMIT_MS }, () => {
  it('moves nothing under who reads further up, and says that there is a new message', async () => {
    await using desk = await openDeskPage()
    const { page, memory } = desk
    const say = (text: string) =>
      memory.add('pas', {
        by: 'citizen',
        id: text,
        channel: 'web-chat',
        text,
        masked: false,
      })
    for (let i = 0; i < 30; i++) say(`linje ${i}`)
    await page
      .locator('#koe')
      .getByRole('link', { name: /Pas til voksne/ })
      .click()
    await page.getByText('linje 29').first().waitFor()
    const top = () => page.locator('.talk-scroll').evaluate((log) => log.scrollTop)
    const atEnd = await top()
    expect(atEnd).toBeGreaterThan(200)
    say('linje 30')
    await page.locator('.line').filter({ hasText: 'linje 30' }).waitFor()
    await expect.poll(top).toBeGreaterThan(atEnd)
    await page.locator('.talk-scroll').evaluate((log) => log.scrollTo({ top: 0 }))
    say('linje 31')
    await page.getByRole('button', { name: 'Ny besked' }).waitFor()
    expect(await top()).toBe(0)
    await page.getByRole('button', { name: 'Ny besked' }).click()
    await expect.poll(top).toBeGreaterThan(atEnd)
  })

  it('keeps the focus on a row that moves, and on the list when it goes', async () => {
    await using desk = await openDeskPage()
    const { page, memory } = desk
    await page.getByRole('link', { name: /sofa i gården/ }).focus()
    memory.put({ conversationId: 'sofa', state: 'held', holder: 'somebody' })
    await page.getByRole('heading', { name: 'Hos kolleger' }).waitFor()
    await page.locator('[data-conversation=sofa]:focus').waitFor()
    memory.put({ conversationId: 'sofa', state: 'closed' })
    await page.locator('#koe:focus').waitFor()
  })

  it('speaks English at one press, and goes on doing so', async () => {
    await using desk = await openDeskPage({ colorScheme: 'dark' })
    const { page } = desk
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Waiting' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})
