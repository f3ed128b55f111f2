import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const MOST_STOPS = 80

/** A citizen who has a keyboard and nothing else. At each Tab stop the focus must be seen, and lie under nothing. */
export function keyboardAt(page: Page) {
  const stops: string[] = []
  const look = async (): Promise<string> => {
    const stop = await page.evaluate<Stop>(focused)
    const where = `${stop.name} (${stop.tag})`
    if (stop.tag !== 'body') {
      expect(stop.ring, `no ring: ${where}`).toBe(true)
      expect(stop.cover, `hidden: ${where}`).toBeNull()
      stops.push(where)
    }
    return stop.name
  }
  return {
    stops,
    look,
    press: (key: string) => page.keyboard.press(key),
    types: (text: string) => page.keyboard.type(text),
    /** Presses Tab, or Shift+Tab, until something of that name has the focus. */
    async goesTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      for (let i = 0; i < MOST_STOPS; i += 1) {
        await page.keyboard.press(key)
        if (name.test(await look())) return
      }
      throw new Error(`${MOST_STOPS} times ${key} do not lead to ${name}: ${stops.join(' · ')}`)
    },
    /** The focus is there without a key: what came may have pushed it out of sight until the next one. */
    async isAt(name: RegExp): Promise<void> {
      await expect.poll(async () => (await page.evaluate<Stop>(focused)).name).toMatch(name)
    },
  }
}

type Stop = { name: string; tag: string; ring: boolean; cover: string | null }

/** Runs in the page: what has the focus, whether its ring is drawn, and what lies over its middle or its upper edge. */
const focused = `(() => {
  let it = document.activeElement
  let root = document
  while (it?.shadowRoot) { root = it.shadowRoot; it = root.activeElement ?? root.host }
  const name = (it.innerText || it.labels?.[0]?.innerText || it.getAttribute('aria-label') || '').trim()
  const frame = it.matches('.option input') ? it.closest('.option') : it
  const { outlineStyle, outlineWidth } = getComputedStyle(frame)
  const box = frame.getBoundingClientRect()
  const seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
  for (let up = frame.parentElement; up; up = up.parentElement) {
    if (getComputedStyle(up).overflowY === 'visible') continue
    const around = up.getBoundingClientRect()
    seen.top = Math.max(seen.top, around.top)
    seen.bottom = Math.min(seen.bottom, around.bottom)
  }
  const middle = (from, to, min, max) => (Math.max(from, min) + Math.min(to, max)) / 2
  const x = middle(box.left, box.right, seen.left, seen.right)
  const y = middle(box.top, box.bottom, seen.top, seen.bottom)
  const isIn = box.bottom > seen.top && box.top < seen.bottom
  const isWhole = box.top >= seen.top && box.bottom <= seen.bottom
  const over = [y, ...(isWhole ? [Math.min(box.top + 6, y)] : [])].map((at) => root.elementFromPoint(x, at))
    .find((top) => !top || !(frame.contains(top) || top.contains(frame)))
  return {
    name,
    tag: it.localName,
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    cover: !isIn ? 'out of sight' : over === undefined ? null : over?.className || over?.localName || 'nothing',
  }
})()`
