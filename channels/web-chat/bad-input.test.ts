import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startChatStage } from './testing/chat-stage.ts'
import { SocketClient } from './testing/socket-client.ts'

describe('bad input at the chat socket', () => {
  it.each([
    ['garbage', 'ikke json', 'request-invalid'],
    ['no frame of ours', '{"type":"delete-all"}', 'request-invalid'],
    ['a frame with more in it', '{"type":"ping","admin":true}', 'request-invalid'],
    ['nothing', '', 'request-invalid'],
    ['binary', Buffer.from([0, 255, 1, 254]), 'request-invalid'],
    [
      'one megabyte',
      JSON.stringify({ type: 'say', text: 'a'.repeat(1_000_000) }),
      'request-too-large',
    ],
  ])('%s is refused in words, and the conversation goes on', async (_, data, code) => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.sendRaw(data)
    const error = await page.next('error')
    expect(error.code).toBe(code)
    expect(error.text).toMatch(/\. \p{Lu}.+\.$/u)
    page.say('pas')
    expect(await page.lines(2)).toHaveLength(2)
  })

  it.each(['a choice of nobody', 'article:x#y#z', 'slot:now/then'])(
    'a choice that we never offer (%s) is refused by name',
    async (choice) => {
      await using stage = await startChatStage()
      await using page = await SocketClient.open(stage.url)
      await page.hello()
      const id = crypto.randomUUID()
      page.sendRaw(JSON.stringify({ type: 'say', id, text: 'x', said: { via: 'chosen', choice } }))
      expect(await page.next('refused')).toMatchObject({ id, code: 'request-invalid' })
    },
  )

  it('hands zalgo, hidden signs and HTML on as they are: cleaning is the engine’s', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    const text = 'p\u0335\u0322a\u0337s\u200b <img src=x onerror=alert(1)> \u202e'
    page.say(text)
    expect((await page.lines(1))[0]).toMatchObject({ text })
  })

  it('something empty is answered kindly', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    const id = page.say('   ')
    expect(await page.next('refused')).toMatchObject({ id, code: 'empty' })
  })

  it('two hundred messages at once: some are taken, the others are told to wait, none is lost silently', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    const ids = Array.from({ length: 200 }, (_, i) => page.say(`pas ${i}`))
    const told = new Set<string>()
    while (told.size < 200) {
      const frame = page.frames.find(({ type }) => type === 'received' || type === 'refused')
      if (frame === undefined) await new Promise((done) => setTimeout(done, 5))
      else {
        page.frames.splice(page.frames.indexOf(frame), 1)
        if (frame.type === 'refused') expect(frame.code).toBe('too-fast')
        if (frame.type === 'refused' || frame.type === 'received') told.add(frame.id)
      }
    }
    expect(told).toEqual(new Set(ids))
    expect(stage.dialogue.said.length).toBeGreaterThanOrEqual(8)
    expect(stage.dialogue.said.length).toBeLessThan(20)
  })

  it.each([
    ['forged', 'A'.repeat(43)],
    ['short', 'x'],
    ['empty', ''],
  ])('a %s token leads nowhere and is replaced', async (_, token) => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    const welcome = await page.hello(token, 7)
    expect(welcome).toMatchObject({ resumed: false, standing: null })
    expect(welcome.token).not.toBe(token)
    expect(await page.next('error')).toMatchObject({ code: 'token-unknown' })
  })

  it('nothing is taken before the page has said who it is, nor twice', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    const id = page.say('pas')
    expect(await page.next('refused')).toMatchObject({ id, code: 'request-invalid' })
    await page.hello()
    page.send({ type: 'hello', token: null, after: 0, language: 'da' })
    expect(await page.next('error')).toMatchObject({ code: 'request-invalid' })
    expect(stage.dialogue.started).toEqual([])
  })

  it.each(['https://evil.example', 'null', undefined])(
    'the socket of a foreign page (%s) is refused with 403 before the upgrade',
    async (origin) => {
      await using stage = await startChatStage()
      const headers = origin === undefined ? {} : { origin }
      const socket = new WebSocket(`${stage.url.replace('http', 'ws')}/chat-socket`, { headers })
      const status = await new Promise((done) => {
        socket.on('unexpected-response', (_, response) => done(response.statusCode))
        socket.on('open', () => done('opened'))
        socket.on('error', () => undefined)
      })
      expect(status).toBe(403)
    },
  )

  it('a page that is silent for two heartbeats is dropped, one that answers is not', async () => {
    await using stage = await startChatStage({ limits: { heartbeatMs: 60 } })
    await using lively = await SocketClient.open(stage.url)
    const dead = new WebSocket(`${stage.url.replace('http', 'ws')}/chat-socket`, {
      headers: { origin: stage.url },
      autoPong: false,
    })
    const code = await new Promise((done) => dead.on('close', done))
    expect(code).toBe(1006)
    expect(lively.closed).toBeUndefined()
  })
})
