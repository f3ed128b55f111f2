import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChatStage, startChatStage } from '#channels/web-chat/testing/chat-stage.ts'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { openWidgetPage } from '#channels/web-chat/testing/widget-page.ts'
import { launchChromium } from '#tests/kit/chromium.ts'
import { startTcpProxy, type TcpProxy } from '#tests/kit/tcp-proxy.ts'

/** The stated bound: within it a page knows that its line is dead. */
const KNOWN_WITHIN_MS = 45_000

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** A citizen who talks with Mette, over a line that can go bad. */
async function withMette(stage: ChatStage, proxy: TcpProxy) {
  const chat = await openWidgetPage(browser, `http://127.0.0.1:${proxy.port}`)
  await chat.open()
  await chat.say('pas')
  await chat.log.getByText('Har du ikke MitID?').waitFor()
  const id = stage.dialogue.last()
  stage.dialogue.staffJoins(id, 'Mette')
  await chat.page.getByText('Mette er her', { exact: true }).waitFor()
  return { chat, id }
}

const portOf = ({ url }: ChatStage) => Number(new URL(url).port)

describe('fc002 · a reverse proxy dropped an idle socket without a word', {
  timeout: 180_000,
}, () => {
  it('the page says that the line is gone, opens another by itself, and shows what was said, once', async () => {
    await using stage = await startChatStage()
    await using proxy = await startTcpProxy(portOf(stage))
    const { chat, id } = await withMette(stage, proxy)
    await using _ = chat
    proxy.swallow()
    proxy.refuse()
    stage.dialogue.staffSays(id, 'Mette', 'Er du der?')
    await chat.page.locator('.chat-strip').waitFor({ timeout: KNOWN_WITHIN_MS })
    expect(await chat.log.getByText('Er du der?').count()).toBe(0)
    proxy.passAll()
    await chat.log.getByText('Er du der?').waitFor({ timeout: 20_000 })
    await chat.page.locator('.chat-strip').waitFor({ state: 'detached' })
    await chat.say('ja, jeg er her')
    await expect.poll(() => stage.dialogue.said.at(-1)?.text).toBe('ja, jeg er her')
    expect(await chat.log.getByText('Er du der?').count()).toBe(1)
    expect(chat.faults).toEqual([])
  })

  it('what is written into the dead line is sent over the next one, once', async () => {
    await using stage = await startChatStage()
    await using proxy = await startTcpProxy(portOf(stage))
    const { chat } = await withMette(stage, proxy)
    await using _ = chat
    proxy.swallow()
    await chat.say('hører du mig?')
    await expect
      .poll(() => stage.dialogue.said.map(({ text }) => text), { timeout: KNOWN_WITHIN_MS })
      .toEqual(['pas', 'hører du mig?'])
    await expect.poll(() => chat.log.getByText('hører du mig?', { exact: true }).count()).toBe(1)
  })

  it('the server lets go of twenty that never come back: their places are free again', async () => {
    const limits = { openPerAddress: 20, heartbeatMs: 400 }
    await using stage = await startChatStage({ limits })
    await using proxy = await startTcpProxy(portOf(stage))
    const throughProxy = `http://127.0.0.1:${proxy.port}`
    const clients = await Promise.all(
      Array.from({ length: 20 }, () => SocketClient.open(throughProxy)),
    )
    for (const client of clients) await client.hello()
    await using oneTooMany = await SocketClient.open(stage.url)
    expect((await oneTooMany.next('error')).text).toMatch(/\d+ sek.*33 66 33 66/)
    expect(await oneTooMany.whenClosed()).toBe(1013)
    proxy.swallow()
    await expect.poll(() => getsIn(stage.url), { timeout: 10_000, interval: 200 }).toBe(true)
  })
})

async function getsIn(url: string): Promise<boolean> {
  await using client = await SocketClient.open(url)
  client.send({ type: 'hello', token: null, after: 0, language: 'da' })
  while (client.frames.length === 0) await wait(10)
  return client.frames[0]?.type === 'welcome'
}

describe('fc003 · the conversation was closed while the widget had no connection', () => {
  it.each([
    ['after it came back', false],
    ['before it came back', true],
  ])('a text that is written %s starts a new conversation and is answered', async (_, early) => {
    await using stage = await startChatStage()
    await using proxy = await startTcpProxy(portOf(stage))
    const { chat, id } = await withMette(stage, proxy)
    await using __ = chat
    const { page } = chat
    const text = 'lige en ting mere: hvornår åbner I mandag?'
    await page.context().setOffline(true)
    proxy.swallow()
    stage.dialogue.closes(id, 'staff')
    if (early) await chat.say(text)
    await page.context().setOffline(false)
    await page.getByText('Samtalen er slut').waitFor({ timeout: 30_000 })
    expect(await chat.field.count()).toBe(0)
    if (early) await chat.log.getByText(text).waitFor()
    await page.getByRole('button', { name: 'Start en ny samtale' }).click()
    if (!early) await chat.say(text)
    await expect.poll(() => stage.dialogue.started.length).toBe(2)
    await expect.poll(() => stage.dialogue.said.map((one) => one.text)).toEqual(['pas', text])
    await chat.log.getByText('Det kan jeg ikke svare på').waitFor()
    expect(await chat.log.getByText(text).count()).toBe(1)
    expect(await chat.field.isVisible()).toBe(true)
  })

  it('a page that knows nothing of the end is told so, and nothing lands in what is closed', async () => {
    await using stage = await startChatStage()
    await using client = await SocketClient.open(stage.url)
    const { token } = await client.hello()
    client.say('pas')
    await client.lines(2)
    stage.dialogue.closes(stage.dialogue.last(), 'staff')
    const late = client.say('er I der?')
    expect(await client.next('refused')).toMatchObject({ id: late, code: 'closed' })
    await using again = await SocketClient.open(stage.url)
    expect(await again.hello(token, 0)).toMatchObject({ standing: { handledBy: 'nobody' } })
    const once = again.say('er I der?')
    expect(await again.next('refused')).toMatchObject({ id: once, code: 'closed' })
    expect(stage.dialogue.said.map(({ text }) => text)).toEqual(['pas'])
  })
})
