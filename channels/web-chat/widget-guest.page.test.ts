import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { layoutFaults } from '#tests/kit/layout-faults.ts'
import { type ChatStage, startChatStage } from './testing/chat-stage.ts'
import { openWidgetPage } from './testing/widget-page.ts'
import { buildWidget } from './widget-assets.ts'

it('weighs 35 kB at most, with its loader', async () => {
  const { code, loader } = await buildWidget()
  expect(gzipSync(code.body).length + gzipSync(loader.body).length).toBeLessThan(35 * 1024)
  expect(code.body.toString()).not.toMatch(/innerHTML\s*=\s*[a-z]+\.text|\beval\(/)
})

describe.skipIf(findChromium() === undefined)('the chat as a guest', { timeout: 60_000 }, () => {
  let browser: Browser
  let stage: ChatStage
  beforeAll(async () => {
    browser = await launchChromium()
    stage = await startChatStage()
  })
  afterAll(async () => {
    await browser.close()
    await stage[Symbol.asyncDispose]()
  })

  it('needs one script tag and no exception from a strict CSP', async () => {
    const response = await fetch(stage.url)
    const csp = response.headers.get('content-security-policy') ?? ''
    expect(csp).toContain("script-src 'self'; style-src 'self'")
    expect(csp).not.toMatch(/unsafe/)
    expect((await response.text()).match(/<script/g)).toHaveLength(1)
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.say('pas')
    await chat.log.getByText('Har du ikke MitID?').waitFor()
    expect(chat.faults).toEqual([])
  })

  it.each([
    [320, 720, 'normal'],
    [320, 256, 'normal'],
    [320, 720, 'largest'],
    [390, 844, 'large'],
  ] as const)(
    'fits %i × %i with %s text: nothing scrolls sideways, all is reached',
    async (width, height, size) => {
      await using chat = await openWidgetPage(browser, stage.url, { viewport: { width, height } })
      const { page } = chat
      await chat.open()
      await page.getByRole('button', { name: 'Indstillinger' }).click()
      const names = { normal: 'Normal', large: 'Stor', largest: 'Størst' }
      await page.getByLabel(names[size], { exact: true }).check()
      await page.getByRole('button', { name: 'Tilbage' }).click()
      await chat.say('pas')
      await chat.log.getByText('Har du ikke MitID?').waitFor()
      await page.getByRole('button', { name: 'Mit gamle pas er væk' }).click({ trial: true })
      await chat.person.click({ trial: true })
      expect(await layoutFaults(page, 'kk-chat')).toEqual([])
      expect(await chat.axe()).toEqual([])
    },
  )

  it('gives citizens targets of 44 pixels', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    for (const target of [
      chat.person,
      chat.send,
      chat.field,
      chat.page.getByRole('button', { name: 'Indstillinger' }),
    ]) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
  })

  it('keeps its looks on a page with hostile styles, and covers it on a small screen', async () => {
    await using chat = await openWidgetPage(browser, stage.url, {
      viewport: { width: 390, height: 844 },
    })
    await chat.page.evaluate(beHostile)
    await chat.open()
    const style = await chat.send.evaluate((it) => {
      const { color, fontSize, letterSpacing, textTransform } = (
        globalThis as unknown as InPage
      ).getComputedStyle(it)
      return { color, fontSize, letterSpacing, textTransform }
    })
    expect(style).toEqual({
      color: 'rgb(255, 255, 255)',
      fontSize: '16px',
      letterSpacing: 'normal',
      textTransform: 'none',
    })
    expect(await chat.page.locator('kk-chat dialog').evaluate((it) => it.matches(':modal'))).toBe(
      true,
    )
  })

  it('shows what citizens write as text, in its own direction', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    await chat.say('<img src=x onerror="document.title=1"> **ikke fed**')
    await chat.log.getByText('<img src=x onerror="document.title=1"> **ikke fed**').waitFor()
    const arabic = 'أين أحصل على البطاقة الصحية؟ 33 66 33 66'
    await chat.say(arabic)
    const direction = (text: string) =>
      chat.page
        .getByText(text, { exact: true })
        .evaluate((it) => (globalThis as unknown as InPage).getComputedStyle(it).direction)
    await expect.poll(() => direction(arabic)).toBe('rtl')
    expect(await chat.page.title()).toContain('Pas til voksne')
  })

  it('keeps a text that is too long, and says by how much', async () => {
    await using chat = await openWidgetPage(browser, stage.url)
    await chat.open()
    const long = 'a'.repeat(2010)
    await chat.field.fill(long)
    await chat.page.getByText('Der er 10 tegn for mange.').waitFor()
    await chat.send.click()
    expect(await chat.field.inputValue()).toBe(long)
    expect(await chat.axe()).toEqual([])
  })

  it('works on a page of another site that is allowed, and on no other', async () => {
    await using city = await servePage(
      (own) =>
        `<!doctype html><title>By</title><main>Hej</main><script src="${own}/chat.js" async></script>`,
    )
    await using other = await startChatStage({ origins: [city.url] })
    city.chat = other.url
    await using chat = await openWidgetPage(browser, city.url)
    await chat.open()
    await chat.say('pas')
    await chat.log.getByText('Har du ikke MitID?').waitFor()
    city.chat = stage.url
    await using refused = await openWidgetPage(browser, city.url)
    await refused.open()
    await refused.page.locator('kk-chat .chat-strip').waitFor()
  })

  it('says how else to get hold of us when its code cannot be loaded', async () => {
    await using chat = await openWidgetPage(browser, `${stage.url}/en`)
    await chat.page.route('**/widget.*.js', (route) => route.abort())
    await chat.page.goto(stage.url)
    const call = chat.page.getByRole('alert').getByRole('link', { name: '33 66 33 66' })
    expect(await call.getAttribute('href')).toBe('tel:+4533663366')
    expect(await chat.axe()).toEqual([])
  })

  it('speaks English on an English page', async () => {
    await using chat = await openWidgetPage(browser, `${stage.url}/en`)
    await chat.open()
    await chat.page.getByText('Hello. I am a chatbot', { exact: true }).waitFor()
    await chat.page.getByRole('button', { name: 'Talk to a person' }).waitFor()
    expect(await chat.axe()).toEqual([])
  })
})

type CityPage = AsyncDisposable & { url: string; chat: string }
async function servePage(html: (chat: string) => string): Promise<CityPage> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(html(page.chat))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const page: CityPage = {
    url: `http://127.0.0.1:${port}`,
    chat: '',
    [Symbol.asyncDispose]: () => new Promise((done) => server.close(() => done())),
  }
  return page
}

// These run in the page.
const beHostile = `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('html{font-size:62.5%} *{color:red!important;font-size:40px;letter-spacing:9px;text-transform:uppercase} button{display:none!important}')
  document.adoptedStyleSheets.push(sheet)
}`
type InPage = {
  getComputedStyle(
    it: unknown,
  ): Record<'color' | 'direction' | 'fontSize' | 'letterSpacing' | 'textTransform', string>
}
