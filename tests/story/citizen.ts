import type { Page } from 'playwright-core'

/** A citizen at the chat on the demo page. */
export function citizenAt(page: Page) {
  const chat = page.locator('kk-chat')
  const said = chat.locator('.msg.bot .answer, .msg.bot .receipt, .notice')
  return {
    chat,
    async open(origin: string) {
      await page.goto(origin)
      await page.getByRole('button', { name: /^Spørg kommunen/ }).click()
      await chat.getByRole('heading', { name: 'Hej. Jeg er en chatbot' }).waitFor()
    },
    async writes(text: string) {
      await chat.getByLabel('Skriv til os').fill(text)
      await page.keyboard.press('Enter')
    },
    /** Does something, and waits for the next thing that is said. */
    async hears(doing: () => Promise<unknown>): Promise<string> {
      const before = await said.count()
      await doing()
      await said.nth(before).waitFor()
      return (await said.last().textContent()) ?? ''
    },
    asks(text: string): Promise<string> {
      return this.hears(() => this.writes(text))
    },
    async presses(name: string | RegExp) {
      await chat.getByRole('button', { name }).last().click()
    },
  }
}

/** A citizen with a phone, played on a page. */
export function phoneAt(page: Page) {
  const received = page.locator('#thread .sms:not(.out)')
  return {
    received,
    async open(origin: string) {
      await page.goto(`${origin}/sms`)
      await page.locator('#sms-text').waitFor()
    },
    async texts(text: string) {
      await page.locator('#sms-text').fill(text)
      await page.keyboard.press('Enter')
      await page.locator('#thread .sms.out', { hasText: text }).waitFor()
    },
    /** The n-th text from the city, and how many SMS it took. */
    async receives(n: number): Promise<{ text: string; fate: string }> {
      await received.nth(n - 1).waitFor()
      const fate = page.locator('#thread .sms-fate:not(.out)').nth(n - 1)
      return {
        text: (await received.nth(n - 1).textContent()) ?? '',
        fate: (await fate.textContent()) ?? '',
      }
    },
  }
}
