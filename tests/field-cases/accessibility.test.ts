import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChatStage } from '#channels/web-chat/testing/chat-stage.ts'
import { openWidgetPage } from '#channels/web-chat/testing/widget-page.ts'
import { launchChromium } from '#tests/kit/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

describe('fc011 · the same sentence said twice in a row was read out only once', () => {
  it('each is read, and none twice', async () => {
    await using stage = await startChatStage()
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.say('menneske, jeg vil i kø')
    await chat.page.getByText('Du er i køen. 2 foran dig').waitFor()
    const id = stage.dialogue.last()
    const heard = async (text: string) =>
      (await chat.spoken()).filter((one) => one.includes(text)).length

    for (const count of [1, 2]) {
      stage.dialogue.notices(id, 'Du er stadig i kø.')
      await expect.poll(() => heard('Du er stadig i kø.')).toBe(count)
    }
    stage.dialogue.staffJoins(id, 'Mette')
    await chat.page.getByText('Mette er her', { exact: true }).waitFor()
    // The second comes while the first still stands in the live region, too.
    stage.dialogue.staffSays(id, 'Mette', 'Ja')
    stage.dialogue.staffSays(id, 'Mette', 'Ja')
    await expect.poll(() => heard('Mette: Ja')).toBeGreaterThanOrEqual(1)
    const said = async () => (await chat.spoken()).join(' ').split('Mette: Ja').length - 1
    await expect.poll(said).toBe(2)
    stage.dialogue.staffSays(id, 'Mette', 'Ja')
    await expect.poll(said).toBe(3)

    const before = await heard('Modtaget')
    for (const count of [1, 2]) {
      await chat.say('tak')
      await expect.poll(() => heard('Modtaget')).toBe(before + count)
    }
    const standing = () =>
      chat.page.evaluate(
        `[...document.querySelector('kk-chat').shadowRoot.querySelectorAll('[role=status],[role=alert]')].map((it) => it.textContent.trim()).join('')`,
      )
    await expect.poll(standing).toBe('')
    expect(await said()).toBe(3)
  })
})

describe('fc012 · the focus was trapped on the closed chat’s button', () => {
  /** A host page of another author, with a link before and after our element. */
  async function hostPage(url: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.route('**/host', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: '<!doctype html><html lang="da"><title>Vært</title><body><a id="first" href="#a">Først</a><script src="/chat.js"></script>',
      }),
    )
    await page.goto(`${url}/host`)
    await page.locator('kk-chat #launch').waitFor()
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<a id="last" href="#b">Sidst</a>')`,
    )
    return page
  }
  const focused = (page: Page) =>
    page.evaluate<string>(
      `(document.activeElement.shadowRoot?.activeElement ?? document.activeElement).id || document.activeElement.localName`,
    )

  it('closed: link, button, link, in both directions', async () => {
    await using stage = await startChatStage()
    const page = await hostPage(stage.url)
    await page.locator('#first').focus()
    const walk = [await focused(page)]
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key)
      walk.push(await focused(page))
    }
    expect(walk).toEqual(['first', 'launch', 'last', 'launch', 'first'])
    await page.context().close()
  })

  it('open: the focus can leave by Tab, and Escape closes and gives it back to the button', async () => {
    await using stage = await startChatStage()
    const page = await hostPage(stage.url)
    await page.locator('kk-chat #launch').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    const seen: string[] = []
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('Tab')
      seen.push(await focused(page))
    }
    expect(seen).toContain('last')
    await page.locator('kk-chat #say').focus()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('launch')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('last')
    await page.context().close()
  })

  it('a new message never moves the focus, nor what is being written', async () => {
    await using stage = await startChatStage()
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.say('pas')
    await chat.log.getByText('Har du ikke MitID?').waitFor()
    const id = stage.dialogue.last()
    const { page } = chat
    stage.dialogue.staffJoins(id, 'Mette')
    await page.getByText('Mette er her', { exact: true }).waitFor()
    await chat.field.focus()
    await page.keyboard.type('jeg skriver om mit ')
    const happenings: [string, () => void][] = [
      ['Er du der?', () => stage.dialogue.staffSays(id, 'Mette', 'Er du der?')],
      ['Du er stadig i kø.', () => stage.dialogue.notices(id, 'Du er stadig i kø.')],
      ['Mette gik', () => stage.dialogue.tells(id, 'returned', 'Mette', 'Mette gik')],
    ]
    for (const [text, happen] of happenings) {
      happen()
      await chat.log.getByText(text).waitFor()
      expect(await focused(page)).toBe('say')
      await page.keyboard.type('x')
    }
    expect(await chat.field.inputValue()).toBe('jeg skriver om mit xxx')

    // Nor of whoever reads further up, on a button in the log.
    await page.locator('kk-chat #settings').focus()
    stage.dialogue.staffSays(id, 'Mette', 'Hallo?')
    await chat.log.getByText('Hallo?').waitFor()
    expect(await focused(page)).toBe('settings')
  })
})
