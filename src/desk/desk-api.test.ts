import { describe, expect, it } from 'vitest'
import { postJson, signInColleague, signInFirst } from './testing/desk-client.ts'
import { seedMorning } from './testing/seed.ts'
import { startDeskServer } from './testing/start-desk-server.ts'

/** Whatever comes back: what a test says of it is what it must be. */
type Answer = {
  conversations: readonly { conversationId: string }[]
  conversation: { conversationId: string }
  lines: readonly unknown[]
  code?: string
  what?: string
}

describe('the desk for programs', () => {
  async function open() {
    const server = await startDeskServer()
    seedMorning(server.memory)
    const jonas = await signInFirst(server, 'Jonas')
    const read = async (path: string, cookie = jonas) => {
      const response = await fetch(`${server.url}/desk/api/${path}`, {
        headers: { cookie, origin: server.url },
      })
      return { status: response.status, body: (await response.json()) as Answer }
    }
    const act = async (id: string, act: object, cookie = jonas) => {
      const response = await postJson(server.url, '/desk/api/acts', cookie, { id, act })
      return { status: response.status, body: (await response.json()) as Answer }
    }
    return {
      server,
      jonas,
      read,
      act,
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  }

  it('lists what stands at the desk, and reads one of it', async () => {
    await using desk = await open()
    const { body } = await desk.read('conversations')
    const ids = body.conversations.map(({ conversationId }) => conversationId)
    expect(ids).toContain('sofa')
    const one = await desk.read('conversations/sofa')
    expect(one.body.conversation.conversationId).toBe('sofa')
    expect(one.body.lines.length).toBeGreaterThan(0)
  })

  it('takes, writes and closes; the same act sent twice is done once', async () => {
    await using desk = await open()
    const { memory } = desk.server
    const conversationId = 'sofa'
    await desk.act('1', { do: 'claim', conversationId })
    const say = { do: 'say', conversationId, text: 'Vi henter den torsdag.' }
    await desk.act('2', say)
    expect((await desk.act('2', say)).body).toEqual({ state: 'done' })
    const said = memory.linesOf('sofa').filter((line) => line.by === 'staff')
    expect(said).toHaveLength(1)
    const closing = { do: 'close', conversationId, disposition: 'solved-by-staff', wrapUp: '' }
    expect((await desk.act('3', closing)).body).toEqual({ state: 'done' })
  })

  it('tells whose a conversation is that a colleague has', async () => {
    await using desk = await open()
    const sara = await signInColleague(desk.server, desk.jonas, 'Sara')
    await desk.act('1', { do: 'claim', conversationId: 'sofa' }, sara)
    const { body } = await desk.act('2', { do: 'claim', conversationId: 'sofa' })
    expect(body).toMatchObject({ state: 'taken', by: 'Sara' })
  })

  it('shows and changes nothing for who is not signed in, or asks for what is not at the desk', async () => {
    await using desk = await open()
    const claim = { do: 'claim', conversationId: 'sofa' }
    expect((await desk.read('conversations', '')).status).toBe(401)
    expect((await desk.act('1', claim, '')).status).toBe(401)
    expect((await desk.read('conversations/somebody-elses')).body.code).toBe('not-found')
    const other = { ...claim, conversationId: 'somebody-elses' }
    expect((await desk.act('2', other)).body.code).toBe('not-found')
    expect(desk.server.memory.linesOf('sofa').some((line) => line.by === 'event')).toBe(false)
  })

  it('names the fields that are wrong, and not what stood in them', async () => {
    await using desk = await open()
    const { status, body } = await desk.act('1', { do: 'say', conversationId: 'sofa', text: 7 })
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'request-invalid' })
    expect(body.what).toContain('/act/text')
  })
})
