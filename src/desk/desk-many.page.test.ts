import { describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { openDeskPage } from './testing/open-desk-page.ts'
import { seedMany } from './testing/seed-many.ts'

const TIME_LIMIT_MS = 90_000

async function aFullQueue() {
  const desk = await openDeskPage()
  seedMany(desk.memory, 200, desk.server.clock.now())
  await desk.page.getByText('203 · længst').waitFor()
  return desk
}

describe.runIf(findChromium())('200 who wait', { timeout: TIME_LIMIT_MS }, () => {
  it('are narrowed by queue, channel and lateness, each with its count, and the next of them is taken', async () => {
    await using desk = await aFullQueue()
    const { page, memory } = desk
    const rows = page.locator('[aria-labelledby=list-waiting] .row')
    await page.getByLabel('Kø', { exact: true }).selectOption({ label: 'Erhverv (50)' })
    await expect.poll(() => rows.count()).toBe(50)
    await page.getByLabel('Kanal').selectOption({ label: 'Sms (40)' })
    await expect.poll(() => rows.count()).toBe(10)
    await page.getByRole('checkbox', { name: 'Kun forsinkede (179)' }).check()
    await expect.poll(() => rows.count()).toBe(9)
    await page.getByText('9 af 203 · længst').waitFor()
    expect(await axeFaults(page)).toEqual([])
    const longest = await rows.first().getAttribute('data-conversation')
    await page.getByRole('button', { name: 'Tag den næste' }).click()
    await page.locator('#write:focus').waitFor()
    const item = await memory.ports.views.get(memory.ports.deskView, longest ?? '')
    expect(item?.state).toBe('held')
    await page.getByRole('button', { name: 'Vis alle' }).click()
    await expect.poll(() => rows.count()).toBe(202)
  })

  it('are gone through by keyboard, and nothing moves under who does', async () => {
    await using desk = await aFullQueue()
    const { page, memory } = desk
    for (let i = 0; i < 12; i++) await page.keyboard.press('j')
    const focused = () => page.evaluate('document.activeElement.dataset.conversation')
    const at = await focused()
    expect(at).toMatch(/^many-/)
    memory.put({ conversationId: 'many-0', state: 'held', holder: 'somebody' })
    await page.getByRole('heading', { name: 'Hos kolleger' }).waitFor()
    expect(await focused()).toBe(at)
    await page.keyboard.press('Enter')
    await page.locator(`[data-conversation=${at}][aria-current=true]`).waitFor()
    await page.keyboard.press('n')
    await page.locator('#talk-title:focus').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Mulig krise' }).waitFor()
  })
})
