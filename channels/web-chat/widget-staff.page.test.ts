import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { startChatStage } from './testing/chat-stage.ts'
import { openWidgetPage } from './testing/widget-page.ts'

describe.skipIf(findChromium() === undefined)('the chat with a person', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  const meet = async (url: string, viewport = { width: 1280, height: 800 }) => {
    const chat = await openWidgetPage(browser, url, { viewport })
    await chat.open()
    await chat.say('menneske, jeg vil i kø')
    await chat.page.getByText('Du er i køen. 2 foran dig').waitFor()
    return chat
  }

  it('tells the person that the citizen writes, at most every two seconds, and the bot never', async () => {
    await using stage = await startChatStage()
    await using chat = await meet(stage.url)
    await chat.field.pressSequentially('hallo', { delay: 20 })
    const id = stage.dialogue.last()
    stage.dialogue.staffJoins(id, 'Mette')
    await chat.page.getByText('Mette er her', { exact: true }).waitFor()
    expect(stage.dialogue.writing).toEqual([])
    const startedMs = performance.now()
    await chat.field.pressSequentially('jeg vil gerne spørge om mit pas', { delay: 40 })
    await expect.poll(() => stage.dialogue.writing.length).toBeGreaterThan(0)
    const most = 1 + Math.floor((performance.now() - startedMs) / 2000)
    expect(stage.dialogue.writing.length).toBeLessThanOrEqual(most)
    expect(new Set(stage.dialogue.writing)).toEqual(new Set([id]))
  })

  it.each([
    ['on a desktop', { width: 1280, height: 800 }],
    ['on a phone', { width: 320, height: 720 }],
  ])('shows that the person writes %s, moves nothing, and says it once', async (_, viewport) => {
    await using stage = await startChatStage()
    await using chat = await meet(stage.url, viewport)
    const { page } = chat
    const id = stage.dialogue.last()
    stage.dialogue.staffJoins(id, 'Mette')
    const here = page.getByText('Mette er her', { exact: true })
    const writes = page.locator('kk-chat .chat-foot').getByText('Mette skriver …')
    await here.waitFor()
    const places = () =>
      page.evaluate(
        `[...document.querySelector('kk-chat').shadowRoot.querySelectorAll('.chat-log > li, .chat-foot button, #say')].map((it) => Object.values(it.getBoundingClientRect().toJSON()).join())`,
      )
    const before = await places()
    for (let i = 0; i < 2; i += 1) {
      stage.dialogue.staffWrites(id, true)
      await writes.waitFor()
      expect(await here.isVisible()).toBe(false)
      expect(await places()).toEqual(before)
      stage.dialogue.staffWrites(id, false)
      await here.waitFor()
    }
    expect(await chat.axe()).toEqual([])
    await expect.poll(() => chat.spoken(), { timeout: 8000 }).toContain('status: Mette skriver …')
    stage.dialogue.staffWrites(id, true)
    stage.dialogue.staffSays(id, 'Mette', 'Hej. Hvad drejer det sig om?')
    await here.waitFor()
    await expect
      .poll(() => chat.spoken(), { timeout: 8000 })
      .toContainEqual(expect.stringContaining('Mette: Hej.'))
    const told = (await chat.spoken()).filter((text) => text.includes('skriver …'))
    expect(told).toHaveLength(1)
  })

  it('goes on where it was when staff take the end back, also over a reload', async () => {
    await using stage = await startChatStage()
    await using chat = await meet(stage.url)
    const { page } = chat
    const id = stage.dialogue.last()
    stage.dialogue.staffJoins(id, 'Mette')
    stage.dialogue.staffSays(id, 'Mette', 'Hej. Hvad drejer det sig om?')
    await chat.log.getByText('Hvad drejer det sig om').waitFor()
    await chat.field.fill('jeg var ved at skrive')
    stage.dialogue.closes(id, 'Mette')
    await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor()
    expect(await chat.field.count()).toBe(0)
    stage.dialogue.reopens(id, 'Mette')
    await chat.log.getByText('Mette har åbnet samtalen igen.').waitFor()
    expect(await page.getByRole('heading', { name: 'Samtalen er slut' }).count()).toBe(0)
    expect(await chat.field.inputValue()).toBe('jeg var ved at skrive')
    expect(await chat.axe()).toEqual([])
    await chat.say('det er om mit pas')
    await expect.poll(() => stage.dialogue.said.at(-1)?.text).toBe('det er om mit pas')
    stage.dialogue.staffSays(id, 'Mette', 'Det klarer vi.')
    await chat.log.getByText('Det klarer vi.').waitFor()
    await page.reload()
    await chat.log.getByText('Det klarer vi.').waitFor()
    await page.getByText('Mette er her', { exact: true }).waitFor()
    stage.dialogue.closes(id, 'Mette')
    await page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor()
    expect(stage.dialogue.started).toHaveLength(1)
  })

  it('learns after a break that an end was taken back', async () => {
    await using stage = await startChatStage()
    await using chat = await meet(stage.url)
    const id = stage.dialogue.last()
    stage.dialogue.staffJoins(id, 'Mette')
    stage.dialogue.closes(id, 'Mette')
    await chat.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor()
    await stage.stop()
    stage.dialogue.reopens(id, 'Mette')
    await stage.start()
    await chat.log.getByText('Mette har åbnet samtalen igen.').waitFor({ timeout: 20_000 })
    await chat.field.waitFor()
  })
})
