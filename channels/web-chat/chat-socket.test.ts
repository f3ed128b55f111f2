import { describe, expect, it } from 'vitest'
import { startChatStage } from './testing/chat-stage.ts'
import { SocketClient } from './testing/socket-client.ts'

const loose = { saysPerCitizen: { capacity: 1000, perSecond: 1000 } }

describe('the chat socket', () => {
  it('starts a conversation only when something is said, and answers', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    const welcome = await page.hello()
    expect(welcome).toMatchObject({ standing: null, hours: 'Åbner mandag kl. 9', resumed: true })
    expect(welcome.token).toMatch(/^[\w-]{43}$/)
    expect(stage.dialogue.started).toEqual([])
    const id = page.say('hvordan får jeg pas')
    const received = await page.next('received')
    const [own, answer] = await page.lines(2)
    expect(received.id).toBe(id)
    expect(own).toMatchObject({ by: 'citizen', id: received.lineId, text: 'hvordan får jeg pas' })
    expect(answer).toMatchObject({ by: 'bot', mood: 'reply', card: { kind: 'answer' } })
  })

  it('keeps only the hash of the token', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    const { token } = await page.hello()
    page.say('pas')
    await page.lines(2)
    expect(stage.dialogue.said[0]?.address).toMatch(/^web:[0-9a-f]{64}$/)
    expect(JSON.stringify(stage.dialogue.said)).not.toContain(token)
  })

  it('acknowledges nothing before it is stored', async () => {
    await using stage = await startChatStage()
    stage.dialogue.pace.receiveMs = 150
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.say('pas')
    await new Promise((done) => setTimeout(done, 80))
    expect(page.frames).toEqual([])
    expect(await page.next('received')).toBeDefined()
  })

  it('says that a message could not be stored, and takes it when it is sent again', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    stage.dialogue.pace.fails = true
    const id = page.say('pas')
    expect(await page.next('refused')).toMatchObject({ id, code: 'storage-failed' })
    stage.dialogue.pace.fails = false
    page.say('pas', { via: 'typed' }, id)
    expect(await page.next('received')).toMatchObject({ id })
  })

  it('makes the button for a person work as the very first thing', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.send({ type: 'human', id: crypto.randomUUID() })
    const [own] = await page.lines(2)
    expect(own).toMatchObject({ text: 'Tal med et menneske' })
    expect(stage.dialogue.said[0]?.said).toEqual({ via: 'chosen', choice: 'human' })
  })

  it('tells what the citizen thinks of an answer, and shows it to every page of theirs', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    const { token } = await page.hello()
    page.send({ type: 'feedback', of: 'b1', helped: true, comment: '' })
    expect(await page.next('error')).toMatchObject({ code: 'request-invalid' })
    page.say('pas')
    const [, answer] = await page.lines(2)
    const of = answer?.by === 'bot' ? answer.id : ''
    await using other = await SocketClient.open(stage.url)
    await other.hello(token, answer?.position)
    page.send({ type: 'feedback', of, helped: false, comment: '' })
    page.send({ type: 'feedback', of, helped: false, comment: 'Prisen' })
    for (const one of [page, other]) {
      const seen = []
      while (seen.length < 2) seen.push(...(await one.next('lines')).lines)
      expect(seen).toMatchObject([
        { by: 'feedback', of, helped: false },
        { by: 'feedback', of, helped: null },
      ])
      expect(JSON.stringify(seen)).not.toContain('Prisen')
    }
    page.send({ type: 'feedback', of, helped: false, comment: 'x'.repeat(501) })
    expect(await page.next('error')).toMatchObject({ code: 'request-invalid' })
  })

  it('speaks the language that is chosen before the first word', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.send({ type: 'language', language: 'en' })
    expect(await page.next('hours')).toMatchObject({ hours: 'Opens Monday at 9' })
    page.send({ type: 'human', id: crypto.randomUUID() })
    expect(await page.lines(1)).toMatchObject([{ text: 'Talk to a person' }])
    expect((await stage.dialogue.standing(stage.dialogue.last())).language).toBe('en')
  })

  it('goes on after the last line that the page has seen, across a restart', async () => {
    await using stage = await startChatStage()
    const page = await SocketClient.open(stage.url)
    const { token } = await page.hello()
    page.say('pas')
    const seen = await page.lines(2)
    await stage.stop()
    stage.dialogue.staffSays(stage.dialogue.last(), 'Mette', 'Er du der?')
    await stage.start()
    await using again = await SocketClient.open(stage.url)
    const after = seen.at(-1)?.position ?? 0
    expect(await again.hello(token, after)).toMatchObject({ token, resumed: true })
    expect(await again.lines(1)).toMatchObject([{ by: 'staff', name: 'Mette', text: 'Er du der?' }])
    again.say('ja', { via: 'typed' })
    expect(await again.lines(2)).toHaveLength(2)
    expect(stage.dialogue.started).toHaveLength(1)
  })

  it('takes the same message once, however often it is sent', async () => {
    await using stage = await startChatStage({ limits: loose })
    await using page = await SocketClient.open(stage.url)
    const { token } = await page.hello()
    const id = page.say('pas')
    await page.lines(2)
    page.say('pas', { via: 'typed' }, id)
    await page.next('received')
    expect(await page.next('received')).toEqual({ type: 'received', id, lineId: null })
    await using other = await SocketClient.open(stage.url)
    await other.hello(token)
    other.say('pas', { via: 'typed' }, id)
    await other.next('received')
    expect(stage.dialogue.said).toHaveLength(1)
  })

  it('finds its conversation when the line drops while the first message is being stored', async () => {
    await using stage = await startChatStage()
    stage.dialogue.pace.receiveMs = 120
    const page = await SocketClient.open(stage.url)
    const { token } = await page.hello()
    const id = page.say('pas')
    await new Promise((done) => setTimeout(done, 50))
    page.drop()
    await using again = await SocketClient.open(stage.url)
    expect(await again.hello(token)).toMatchObject({ token, resumed: true })
    again.say('pas', { via: 'typed' }, id)
    await again.next('received')
    expect(stage.dialogue.started).toHaveLength(1)
    expect(stage.dialogue.said).toHaveLength(1)
  })

  it('refuses to add to what staff have closed', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.say('pas')
    await page.lines(2)
    stage.dialogue.closes(stage.dialogue.last(), 'Mette')
    expect(await page.lines(1)).toMatchObject([{ by: 'event', what: 'closed', name: 'Mette' }])
    const id = page.say('lige en ting mere')
    expect(await page.next('refused')).toMatchObject({ id, code: 'closed' })
    expect(stage.dialogue.said).toHaveLength(1)
  })

  it('shows a citizen neither notes nor what is inside', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.say('pas')
    const lines = await page.lines(2)
    const id = stage.dialogue.last()
    stage.dialogue.noteFromDesk(id, 'virker presset')
    stage.dialogue.tells(id, 'alarm', null, 'krise')
    stage.dialogue.tells(id, 'callback-attempted', 'Mette', null)
    stage.dialogue.staffSays(id, 'Mette', 'Hej')
    lines.push(...(await page.lines(1)))
    expect(lines.map(({ by }) => by)).toEqual(['citizen', 'bot', 'staff'])
    const text = JSON.stringify([lines, page.frames])
    for (const hidden of ['presset', 'internal', 'krise', '"abc"']) {
      expect(text).not.toContain(`${hidden}`)
    }
  })

  it('ends and deletes what the citizen ends and deletes', async () => {
    await using stage = await startChatStage()
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    page.say('pas')
    await page.lines(2)
    page.send({ type: 'erase' })
    expect(await page.next('ended')).toEqual({ type: 'ended', how: 'erased' })
    expect((await stage.dialogue.standing(stage.dialogue.last())).erased).toBe(true)
  })
})
