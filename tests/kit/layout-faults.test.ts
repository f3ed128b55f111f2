import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessFaults } from './access.ts'
import { openBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'
import { layoutFaults } from './layout-faults.ts'

describe.runIf(findChromium())('the measure of layout', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.page({ viewport: { width: 320, height: 256 } })
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  it.each([
    [
      'nothing',
      '<p>Et afsnit med <a href="#" style="line-height:28px;display:inline-block">led</a></p>',
      [],
    ],
    ['a wide box', '<div style="width:400px">Bred</div>', [/^scrolls sideways/, /^past the edge/]],
    [
      'a part that scrolls sideways',
      '<div style="overflow:auto"><div style="width:300px;padding:10px">i</div></div>',
      [],
    ],
    [
      'a part too wide for its own',
      '<div style="overflow:auto;width:200px"><p style="width:300px">i</p></div>',
      [/^scrolls sideways/],
    ],
    [
      'a box that cuts',
      '<div style="overflow:hidden;height:20px">En<br>To</div>',
      [/^text leaves its box/],
    ],
    ['a box that is too low', '<div style="height:20px">En<br>To</div>', [/^text leaves its box/]],
    [
      'a preview',
      '<div style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap;width:40px">En lang linje</div>',
      [],
    ],
    [
      'half a preview',
      '<div style="overflow:hidden;text-overflow:ellipsis;height:8px">En linje</div>',
      [/^text leaves its box/],
    ],
    ['lines on each other', '<p>En</p><p style="margin-top:-30px">To</p>', [/^on each other/]],
    [
      'a button on words',
      '<p>Ord</p><button style="width:99px;height:60px;position:absolute;top:0;left:0">i</button>',
      [/^on each other/],
    ],
    ['a low button', '<button style="width:99px;height:30px">i</button>', [/^target of 99 × 30/]],
    ['a thin link', '<p>Et <a href="#">led</a></p>', [/^target of/]],
  ] as const)('says of %s what is wrong with it', async (_, body, expected) => {
    await page.setContent(`<body style="margin:0;font:16px/1.5 sans-serif">${body}`)
    const faults = await layoutFaults(page, 'page')
    expect(faults).toEqual(expected.map((fault) => expect.stringMatching(fault)))
  })

  it('tells what only wide spacing, large text and the dark bring to light', async () => {
    await page.setContent(`<!doctype html><html lang="da" data-theme="auto"><title>Prøve</title><style>@media (prefers-color-scheme: dark) { html { color-scheme: dark } }</style>
      <main><h1 style="margin:0;height:60px;width:120px;line-height:1;font-size:1.25rem">Tre ord her</h1></main>`)
    const faults = await accessFaults(page, 'page', [{ width: 320, height: 256 }])
    expect(faults.some((fault) => fault.startsWith('320 × 256, 200 %: text leaves'))).toBe(true)
    expect(faults.filter((fault) => fault.startsWith('320 × 256: '))).toEqual([])
  })
})
