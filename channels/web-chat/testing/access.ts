import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { WidgetPage } from './widget-page.ts'

/** The rooms in which every state of the chat must fit: a desktop, a small phone, and 1280 × 1024 at 400 % zoom. */
export const rooms = [
  { width: 1280, height: 800 },
  { width: 320, height: 720 },
  { width: 320, height: 256 },
] as const

/** What keeps somebody from using the chat as it stands, in every room and in the dark; a line a fault. */
export async function accessFaults(chat: WidgetPage): Promise<string[]> {
  const { page } = chat
  const faults: string[] = []
  const note = (where: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${where}: ${fault}`))
  for (const room of rooms) {
    const where = `${room.width} × ${room.height}`
    await page.setViewportSize(room)
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    )
    note(where, await axe(page))
    if (await chat.sidewaysScroll()) note(where, ['scrolls sideways'])
    note(where, await page.evaluate<string[]>(spills))
    note(where, await page.evaluate<string[]>(tooSmall))
  }
  await page.setViewportSize(rooms[0])
  await goDark(page, true)
  note('dark', await axe(page))
  await goDark(page, false)
  return faults
}

/** The chat alone: the page around it has tests of its own. */
async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('kk-chat').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

async function goDark(page: Page, isDark: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  await page.evaluate(
    `for (const it of document.querySelector('kk-chat').shadowRoot.querySelectorAll('[data-theme]')) it.dataset.theme = '${isDark ? 'auto' : 'light'}'`,
  )
}

// These run in the page.
const all = (selector: string) =>
  `[...document.querySelector('kk-chat').shadowRoot.querySelectorAll('${selector}')].filter((it) => it.checkVisibility({ visibilityProperty: true }))`

const spills = `${all('.chat *')}.flatMap((it) => {
  const box = it.getBoundingClientRect()
  const isOut = box.right > innerWidth + 1 || box.left < -1
  return isOut && !it.closest('.unseen') ? ['past the edge: ' + it.localName + ' ' + it.textContent.trim().slice(0, 30)] : []
})`

/** 44 for what a thumb presses; 24 for links within a sentence (WCAG 2.5.8 excepts them, we do not). */
const tooSmall = `${all('button, input, textarea, a')}.flatMap((it) => {
  const box = (it.closest('label') ?? it).getBoundingClientRect()
  const least = it.localName === 'a' && it.closest('p, li') && !it.closest('.lines') ? 24 : 44
  return box.height < least - 0.5 ? [box.height + ' pixels tall: ' + (it.textContent.trim() || it.name)] : []
})`
