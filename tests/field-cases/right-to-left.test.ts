import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChatStage } from '#channels/web-chat/testing/chat-stage.ts'
import { openWidgetPage } from '#channels/web-chat/testing/widget-page.ts'
import { transcriptFile } from '#channels/web-chat/transcript-file.ts'
import { openDeskPage } from '#desk/testing/open-desk-page.ts'
import { launchChromium } from '#tests/kit/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const ARABIC = 'أين أحصل على البطاقة الصحية؟ 33 66 33 66'
const others = [
  ['Hebrew', 'איפה מקבלים כרטיס בריאות? +45 33 66 33 66'],
  ['Farsi', 'کارت سلامت را از کجا بگیرم؟ 33 66 33 66'],
] as const

type LaidOut = { direction: string; digits: string }
/** How a text is laid out: its direction, and its digits in the order in which they stand from left to right. */
function laidOut(bubble: Locator): Promise<LaidOut> {
  return bubble.evaluate(measure)
}

// Runs in the page, which has other globals than this file.
const measure = inPage<LaidOut>(`
  const places = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let i = 0; i < node.data.length; i++) {
      if (!/[0-9]/.test(node.data[i])) continue
      const range = document.createRange()
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const { left, top } = range.getBoundingClientRect()
      places.push({ digit: node.data[i], left, top: Math.round(top) })
    }
  places.sort((a, b) => a.top - b.top || a.left - b.left)
  const digits = places.map(({ digit }) => digit).join('')
  return { direction: getComputedStyle(element).direction, digits }`)
const direction = inPage<string>('return getComputedStyle(element).direction')
const rightEdge = inPage<number>('return Math.round(element.getBoundingClientRect().right)')

function inPage<Answer>(body: string): (element: unknown) => Answer {
  return new Function('element', body) as (element: unknown) => Answer
}

describe('fc009 · Arabic, Hebrew and Farsi stood in a left-to-right paragraph', () => {
  it('the bubble is laid out right to left, the next one left to right; the number reads on', async () => {
    await using stage = await startChatStage()
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.field.fill(ARABIC)
    const fieldDirection = () => chat.field.evaluate(direction)
    expect(await fieldDirection()).toBe('rtl')
    await chat.send.click()
    await chat.field.fill('tak')
    expect(await fieldDirection()).toBe('ltr')
    await chat.send.click()
    const bubbles = chat.page.locator('kk-chat .msg.own .bubble')
    await bubbles.nth(1).waitFor()
    expect(await laidOut(bubbles.first())).toEqual({ direction: 'rtl', digits: '33663366' })
    expect(await laidOut(bubbles.nth(1))).toEqual({ direction: 'ltr', digits: '' })
    expect(await bubbles.first().textContent()).toBe(ARABIC)

    // Bubbles keep their sides: the citizen's stand at the same edge, whatever they are written in.
    const right = (at: number) => bubbles.nth(at).evaluate(rightEdge)
    expect(await right(0)).toBe(await right(1))
  })

  it.each(others)('%s too, and in what staff write', async (_, text) => {
    await using stage = await startChatStage()
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.say(text)
    const own = chat.page.locator('kk-chat .msg.own .bubble').first()
    await own.waitFor()
    const digits = text.replace(/\D/g, '')
    expect(await laidOut(own)).toEqual({ direction: 'rtl', digits })
    const id = stage.dialogue.last()
    stage.dialogue.staffJoins(id, 'Mette')
    stage.dialogue.staffSays(id, 'Mette', text)
    const theirs = chat.page.locator('kk-chat .staff-text')
    await theirs.waitFor()
    expect(await laidOut(theirs)).toEqual({ direction: 'rtl', digits })
  })

  it('the desk shows it in the same way', async () => {
    await using desk = await openDeskPage()
    const { page, memory } = desk
    const line = { by: 'citizen', channel: 'web-chat', masked: false } as const
    memory.add('pas', { ...line, id: 'rtl', text: ARABIC }, { ...line, id: 'ltr', text: 'tak' })
    const row = page.locator('#koe').getByRole('link', { name: /tak/ })
    await row.first().click()
    const words = page.locator('.line .words p')
    await words.filter({ hasText: ARABIC }).waitFor()
    expect(await laidOut(words.filter({ hasText: ARABIC }))).toEqual({
      direction: 'rtl',
      digits: '33663366',
    })
    expect((await laidOut(words.filter({ hasText: 'tak' }).last())).direction).toBe('ltr')
  })

  it('the transcript keeps the number in one piece', () => {
    const at = '2026-06-08T07:10:00.000Z'
    const own = { by: 'citizen', id: 'u', position: 1, at, text: ARABIC, masked: false } as const
    const file = transcriptFile([own], 'da', (key) => key)
    expect(file).toContain('\u206633 66 33 66\u2069')
  })
})
