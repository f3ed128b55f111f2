import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StaffPagesServer, startStaffPages } from '#tests/kit/start-staff-pages.ts'
import { startTalk, type Talk } from '#tests/kit/start-talk.ts'

let server: StaffPagesServer
beforeAll(async () => {
  server = await startStaffPages()
})
afterAll(() => server[Symbol.asyncDispose]())

const rate = async (helped: boolean, comment: string): Promise<Talk> => {
  const talk = await startTalk({ shared: server.shared })
  await talk.says('Hvad koster et nyt pas?')
  const of = (await talk.lastEvent('reply-chosen'))?.reply.id ?? ''
  await server.house.engine.dialogue.giveFeedback(talk.conversationId, { of, helped, comment })
  return talk
}

describe('what citizens think of answers', () => {
  it('is nothing to begin with, and says so', async () => {
    const { text } = await server.get('/desk/feedback', server.staff)
    expect(text).toContain('Ingen har vurderet et svar endnu.')
  })
  it('is counted a part, with the comments as text and the way to the conversation', async () => {
    await rate(true, '')
    const cross = await rate(false, 'Prisen <b>mangler</b>')
    const { text } = await server.get('/desk/feedback', server.staff)
    expect(text).toMatch(/pas.*?<td class="number-cell">1<\/td><td class="number-cell">1<\/td>/is)
    expect(text).toContain('Prisen &lt;b&gt;mangler&lt;/b&gt;')
    const link = `/desk/conversation/${cross.conversationId}`
    expect(text).toContain(link)
    const { text: opened } = await server.get(link, server.staff)
    expect(opened).toContain('Chatbotten havde samtalen alene')
    expect(opened).toContain('Prisen &lt;b&gt;mangler&lt;/b&gt;')
    const trail = await server.house.storage.registers.audit('searches')
    expect(trail.at(-1)).toMatchObject({ key: cross.conversationId, why: 'opened' })
  })
  it('is gone with the conversation that is erased', async () => {
    const talk = await rate(false, 'Kanariefugl')
    expect((await server.get('/desk/feedback', server.staff)).text).toContain('Kanariefugl')
    await server.house.engine.dialogue.erase(talk.conversationId)
    expect((await server.get('/desk/feedback', server.staff)).text).not.toContain('Kanariefugl')
  })
})
