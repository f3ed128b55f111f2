import { describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { findChromium } from '#tests/kit/chromium.ts'
import { openDeskPage } from './testing/open-desk-page.ts'

const TIME_LIMIT_MS = 60_000
// What would be heard and seen is counted where the browser would do it.
const listening = `
  const heard = (window.heard = { tones: 0, asked: 0, notices: [] })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (at) { heard.tones++; start.call(this, at) }
  window.Notification = class {
    static permission = 'default'
    static async requestPermission() { heard.asked++; return (this.permission = 'granted') }
    constructor(title, { body }) { heard.notices.push(title + ': ' + body) }
    close() {}
  }
  Document.prototype.hasFocus = () => false`

describe.runIf(findChromium())('sound and notices', { timeout: TIME_LIMIT_MS }, () => {
  it('are off until they are wanted, and are remembered then', async () => {
    await using desk = await openDeskPage({}, listening)
    const { page, memory } = desk
    const heard = () => page.evaluate('window.heard')
    memory.put({ conversationId: 'first' })
    await page.locator('[data-conversation=first]').waitFor()
    expect(await heard()).toEqual({ tones: 0, asked: 0, notices: [] })

    await page.getByRole('button', { name: 'Lyd og beskeder: lyden er fra' }).click()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'Vis en besked' }).check()
    expect(await heard()).toEqual({ tones: 0, asked: 1, notices: [] })
    memory.put({ conversationId: 'second' })
    await page.locator('[data-conversation=second]').waitFor({ state: 'attached' })
    expect(await heard()).toEqual({ tones: 0, asked: 1, notices: ['Skranken: En ny venter'] })

    await page.getByRole('checkbox', { name: 'Spil en kort lyd' }).check()
    await expect.poll(heard).toMatchObject({ tones: 2 })
    await page.getByRole('button', { name: 'Luk' }).click()
    await page.getByRole('button', { name: 'lyden er til' }).waitFor()
    memory.put({ conversationId: 'third', alarm: true, reason: 'crisis' })
    await page.locator('[data-conversation=third]').waitFor()
    await expect.poll(heard).toMatchObject({
      tones: 5,
      notices: ['Skranken: En ny venter', 'Skranken: Mulig krise i køen'],
    })
    await page.reload()
    await page.getByRole('button', { name: 'lyden er til' }).waitFor()
  })
})
