import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { layoutFaults, rootOf, type Within } from './layout-faults.ts'

type Room = { width: number; height: number }

/** Where a page must fit: a desktop, a small phone, and 1280 × 1024 at 400 % zoom. */
export const rooms: readonly Room[] = [
  { width: 1280, height: 800 },
  { width: 320, height: 720 },
  { width: 320, height: 256 },
]

/** The ways in which `accessFaults` looks at a state, for the output. */
export const ways = 'in the dark, with wide text spacing, with text at 200 %'

/**
 * What keeps somebody from using a page as it stands, a line a fault: in each room what axe finds and how it is laid
 * out, also with wide text spacing and with text of twice the size; and what axe finds in the dark. Leaves the page in
 * the size in which it was.
 */
export async function accessFaults(
  page: Page,
  within: Within,
  sizes: readonly Room[] = rooms,
): Promise<readonly string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  const note = (where: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${where}: ${fault}`))
  const look = async (where: string) => note(where, await layoutFaults(page, within))
  for (const size of sizes) {
    const where = `${size.width} × ${size.height}`
    await page.setViewportSize(size)
    await drawn(page)
    note(where, await axeFaults(page, within))
    await look(where)
    await setSpacing(page, within, true)
    await look(`${where}, spaced`)
    await setSpacing(page, within, false)
    await setTextSize(page, 200)
    await look(`${where}, 200 %`)
    await setTextSize(page, 100)
  }
  await goDark(page, within)
  note('dark', await axeFaults(page, within))
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await page.setViewportSize(before)
  return faults
}

/** What axe finds (WCAG A and AA, best practice), a line a fault. */
export async function axeFaults(page: Page, within: Within = 'page'): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
  const { violations } = await (within === 'page' ? builder : builder.include(within)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

async function goDark(page: Page, within: Within): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const scheme = await page.evaluate(`(() => {
    ${rootOf(within)}
    return getComputedStyle(root.querySelector('[data-theme]')).colorScheme
  })()`)
  if (scheme !== 'dark') throw new Error(`In the dark the page is ${scheme}`)
}

/** WCAG 1.4.12: what somebody's own style sheet may ask for. */
async function setSpacing(page: Page, within: Within, isWide: boolean): Promise<void> {
  await page.evaluate(`(() => {
    ${rootOf(within)}
    if (!${isWide}) { root.adoptedStyleSheets.pop(); return }
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }')
    root.adoptedStyleSheets.push(sheet)
  })()`)
  await drawn(page)
}

/** WCAG 1.4.4: the size of text in the browser's settings. */
async function setTextSize(page: Page, percent: number): Promise<void> {
  const standard = (16 * percent) / 100
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard } })
  await browser.detach()
  await drawn(page)
  const size = await page.evaluate('getComputedStyle(document.documentElement).fontSize')
  if (size !== `${standard}px`) throw new Error(`Text is ${size}, not ${standard}px`)
}

async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  )
}
