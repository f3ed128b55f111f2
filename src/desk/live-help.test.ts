import { describe, expect, it } from 'vitest'
import { openLive } from './testing/desk-client.ts'
import { startMorning } from './testing/start-morning.ts'

describe('what helps staff in a conversation', () => {
  it('shows who writes: the citizen of what is open, and staff only in what they hold', async () => {
    await using desk = await startMorning()
    const seen: string[] = []
    desk.memory.ports.typing.on('all', ({ conversationId, who, writing }) => {
      if (writing) seen.push(`${who} ${conversationId}`)
    })
    const jonas = await openLive(desk.url, desk.jonas)
    jonas.send({ type: 'open', conversationId: 'pas', after: 0 })
    await jonas.frame('lines')
    desk.memory.ports.typing.note('sofa', 'citizen')
    desk.memory.ports.typing.note('pas', 'citizen')
    const { conversationId, writing } = await jonas.frame('writing')
    expect([conversationId, writing]).toEqual(['pas', true])
    jonas.send({ type: 'typing', conversationId: 'pas' })
    await jonas.act({ do: 'claim', conversationId: 'pas' })
    jonas.send({ type: 'typing', conversationId: 'pas' })
    await jonas.act({ do: 'choose-presence', state: 'free' })
    expect(seen).toEqual(['citizen sofa', 'citizen pas', 'staff pas'])
  })
  it('suggests an article to who holds the conversation, and to nobody else', async () => {
    await using desk = await startMorning()
    const text = 'der står en sofa i gården på 3. uge'
    const suggestion = { articleId: 'storskrald', title: 'Storskrald', version: '1', part: 'main' }
    desk.memory.answer(text, { ...suggestion, text: 'Bestil afhentning.' })
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    for (const one of [jonas, sara]) one.send({ type: 'open', conversationId: 'sofa', after: 0 })
    await sara.frame('lines')
    await jonas.act({ do: 'claim', conversationId: 'sofa' })
    expect((await jonas.frame('suggestion')).suggestion).toMatchObject(suggestion)
    await jonas.act({ do: 'say', conversationId: 'sofa', text: 'Bestil afhentning.' })
    await jonas.frame('suggestion', ({ suggestion }) => suggestion === null)
    await sara.act({ do: 'choose-presence', state: 'free' })
    expect(sara.frames.some(({ type }) => type === 'suggestion')).toBe(false)
  })
  it('has the canned replies at once for all, and lets only leads change them', async () => {
    await using desk = await startMorning()
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    const words = { da: { title: 'Ny', text: 'Hej.' }, en: { title: 'New', text: 'Hello.' } }
    const keep = { do: 'keep-canned', id: null, words } as const
    expect(await sara.act(keep)).toEqual({ state: 'refused', code: 'role-missing' })
    expect(await jonas.act(keep)).toEqual({ state: 'done' })
    const { replies } = await sara.frame('canned', ({ replies }) =>
      replies.some(({ da }) => da.title === 'Ny'),
    )
    expect(replies.find(({ da }) => da.title === 'Ny')?.changed?.by).toBe('Jonas')
  })
  it('closes for abuse with a reason only, and can be opened again', async () => {
    await using desk = await startMorning()
    const live = await openLive(desk.url, desk.jonas)
    live.send({ type: 'open', conversationId: 'sofa', after: 0 })
    await live.act({ do: 'claim', conversationId: 'sofa' })
    const close = { do: 'close', conversationId: 'sofa', disposition: 'ended-for-abuse' } as const
    expect(await live.act({ ...close, wrapUp: '' })).toMatchObject({ state: 'refused' })
    expect(await live.act({ ...close, wrapUp: 'Truede.' })).toEqual({ state: 'done' })
    await live.frame('gone', ({ conversationId }) => conversationId === 'sofa')
    expect(await live.act({ do: 'reopen', conversationId: 'sofa' })).toEqual({ state: 'done' })
    await live.frame('row', ({ row }) => row.conversationId === 'sofa' && row.state === 'held')
  })
})
