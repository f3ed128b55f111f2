import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from '#handoff/fixtures/hours.ts'
import { openBrowser } from '#tests/kit/browser.ts'
import { startTalk } from '#tests/kit/start-talk.ts'
import { startTcpProxy } from '#tests/kit/tcp-proxy.ts'
import { openFieldDesk } from './field-desk.ts'
import { openFieldHouse, toldIn, until } from './field-house.ts'

const TEN = at('2026-06-09T10:00')

describe('fc033 · the desk on a laptop whose lid was shut', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  it('shows that the conversation is lost, and does not send what was half typed', async () => {
    await using house = await openFieldHouse({ at: TEN })
    await using desk = await openFieldDesk(house.house, 100)
    await using line = await startTcpProxy(Number(new URL(desk.url).port))
    const origin = `http://127.0.0.1:${line.port}`
    const page = await browser.page()
    const [name = '', value = ''] = desk.jonas.split('=')
    await page.context().addCookies([{ name, value, url: origin }])
    await page.clock.install()
    await page.goto(`${origin}/desk/`)
    await page.getByText('Forbundet').waitFor()
    const talk = await startTalk({ shared: house, at: TEN })
    await talk.says('jeg vil tale med et menneske')
    await page.locator('#koe').getByRole('link').first().click()
    await page.getByRole('button', { name: 'Tag samtalen' }).click()
    const field = page.getByLabel('Svar til borgeren')
    await field.fill('Du skal bare')

    line.swallow()
    const { storage } = house.house
    await expect
      .poll(async () =>
        (await storage.dues.ripe('2040-01-01T00:00:00.000Z', 100)).map(({ what }) => what),
      )
      .toContain('holder-offline')
    await until(talk, at('2026-06-09T10:20'))
    expect((await toldIn(talk)).filter(({ name }) => name === 'human.holder-lost')).toHaveLength(1)

    // The lid opens: nothing on the page knows yet, and Enter is pressed.
    await field.press('Control+Enter')
    await page.clock.fastForward(60_000)
    await page.getByText('Forbundet igen').waitFor()
    await page.getByText('Samtalen ligger forrest i køen').waitFor()
    const sent = async () =>
      (await talk.events()).filter(({ type }) => type === 'staff-message-sent').length
    expect(await sent()).toBe(0)
    // What was written is theirs still, once they have taken the conversation again.
    await page.getByRole('button', { name: 'Tag samtalen' }).click()
    await expect.poll(() => field.inputValue()).toBe('Du skal bare')
    expect(await sent()).toBe(0)
  })
})
