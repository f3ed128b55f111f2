import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openBrowser } from '#tests/kit/browser.ts'
import { citizenAt } from '#tests/story/citizen.ts'
import { openTarget } from './open-target.ts'

const hostile =
  '<img src=x onerror="document.title=1"><b>fed</b> [klik](javascript:alert(1)) ![x](//evil.example/a.png) **[pris](https://evil.example/pris)** pas'

it('what a citizen writes is a text in the chat and at the desk, whatever it looks like', async () => {
  await using target = await openTarget()
  await using browser = await openBrowser()
  const seen: string[] = []
  const watch = (page: Page) => {
    page.on('request', (request) => seen.push(request.url()))
    page.on('dialog', (dialog) => seen.push(`dialog: ${dialog.message()}`))
  }
  const desk = await browser.page()
  watch(desk)
  const [name = '', value = ''] = target.lead.split('=')
  await desk.context().addCookies([{ name, value, url: target.origin }])
  await desk.goto(`${target.origin}/desk/`)
  await desk.getByText('Forbundet').waitFor()
  const title = await desk.title()

  const page = await browser.page()
  watch(page)
  const citizen = citizenAt(page)
  await citizen.open(target.origin)
  await citizen.hears(() => citizen.presses(/Tal med et menneske/))
  await citizen.writes(hostile)
  await citizen.chat.locator('.msg.own', { hasText: hostile }).waitFor()
  expect(await citizen.chat.locator('.msg.own :is(img, b, script, a)').count()).toBe(0)

  const list = desk.locator('#koe')
  await list.getByRole('link').first().click()
  await desk.locator('.line', { hasText: hostile }).first().waitFor()
  await list.getByText('<img src=x').first().waitFor()
  expect(
    await desk.locator('body :is(img, script), b:text-is("fed"), .line.citizen :is(b, a)').count(),
  ).toBe(0)
  expect(await desk.locator('a[href^="javascript"], a[href*="evil"]').count()).toBe(0)
  expect([await desk.title(), await page.title()]).not.toContain('1')
  expect(await desk.title()).toContain(title.split(' – ').at(-1) ?? title)
  expect(seen.filter((url) => !url.startsWith(target.origin))).toEqual([])
})
