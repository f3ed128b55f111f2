import type { Page } from 'playwright-core'
import { axeFaults } from '#tests/kit/browser.ts'

/** WCAG 2.2, 2.5.8: in CSS pixels; links inside a sentence are excepted. */
const SMALLEST_TARGET_PX = 24

/** What keeps somebody out of the page as it stands: axe, a sideways scroll, targets that are too small. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  const [axe, sideways, small] = [
    await axeFaults(page),
    await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
    await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('a[href], button, input, select, textarea, [role=option]')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('p, li:not([role])') || one.matches('.row'))
      .filter((one) => !one.closest('.option') && !one.matches('.unseen'))
      .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width > 0 && Math.min(width, height) < ${SMALLEST_TARGET_PX} })
      .map((one) => 'target: ' + (one.textContent.trim() || one.id))`),
  ]
  return [...axe, ...(sideways ? ['scrolls sideways'] : []), ...small]
}

/** What stands over the upper edge of an element, as on a small page the bar may; null when it is free. */
export function coveredBy(page: Page, selector: string): Promise<string | null> {
  return page.evaluate(`(() => {
    const one = document.querySelector('${selector}')
    const { left, top } = one.getBoundingClientRect()
    const found = document.elementFromPoint(left + 12, top + 6)
    return found === one ? null : (found?.className || found?.localName || 'out of sight')
  })()`)
}

/** Tabs through the page: the stops that show no ring, or that something else covers. */
export async function hiddenStops(page: Page, presses: number): Promise<readonly string[]> {
  const hidden: string[] = []
  for (let i = 0; i < presses; i++) {
    await page.keyboard.press('Tab')
    const fault = await page.evaluate<string | null>(`(() => {
      const one = document.activeElement
      if (!one || one === document.body) return null
      const name = one.tagName + ' ' + (one.id || one.textContent.trim().slice(0, 30))
      const { outlineStyle, boxShadow } = getComputedStyle(one)
      if (outlineStyle === 'none' && boxShadow === 'none') return 'no ring: ' + name
      const box = one.getBoundingClientRect()
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth)
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight)
      if (right <= left || bottom <= top) return 'out of sight: ' + name
      // One point that is seen is enough (2.4.11).
      const seen = [0.1, 0.5, 0.9].some((y) => [0.1, 0.5, 0.9].some((x) => {
        const found = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
        return found && (one.contains(found) || found.contains(one) && !found.matches('body, html'))
      }))
      return seen ? null : 'covered: ' + name
    })()`)
    if (fault) hidden.push(fault)
  }
  return hidden
}
