import { describe, expect, it } from 'vitest'
import { openLive, postForm, postJson } from './testing/desk-client.ts'
import { startMorning } from './testing/start-morning.ts'

describe('the live stream of the desk', () => {
  it('shows everything that stands at the desk, with what the citizen said last', async () => {
    await using desk = await startMorning()
    const live = await openLive(desk.url, desk.jonas)
    const { rows, me, colleagues } = await live.frame('desk')
    expect(me).toMatchObject({ name: 'Jonas', role: 'lead' })
    expect(colleagues).toMatchObject([{ name: 'Jonas', state: 'free' }])
    expect(rows.find(({ conversationId }) => conversationId === 'sofa')?.preview).toContain(
      'sofa i gården',
    )
    expect(JSON.stringify(rows)).not.toContain('20000123')
  })
  it('tells nothing to who is not signed in, nor to pages of other sites', async () => {
    await using desk = await startMorning()
    await expect(openLive(desk.url, '')).rejects.toThrow('401')
    await expect(openLive(desk.url, 'desk=forged')).rejects.toThrow('401')
    await expect(openLive(desk.url, desk.jonas, 'https://evil.example')).rejects.toThrow('403')
  })
  it('gives a conversation that two take at once to one, and tells the other whose it is', async () => {
    await using desk = await startMorning()
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    const claim = { do: 'claim', conversationId: 'sofa' } as const
    const results = await Promise.all([jonas.act(claim), sara.act(claim)])
    expect(results.map(({ state }) => state).toSorted()).toEqual(['done', 'taken'])
    const winner = results[0]?.state === 'done' ? 'Jonas' : 'Sara'
    expect(results.find(({ state }) => state === 'taken')).toMatchObject({ by: winner })
    expect((await sara.frame('row', ({ row }) => row.state === 'held')).row.holderName).toBe(winner)
  })
  it('lets nobody write in what a colleague has', async () => {
    await using desk = await startMorning()
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    await jonas.act({ do: 'claim', conversationId: 'pas' })
    expect(await sara.act({ do: 'say', conversationId: 'pas', text: 'hej' })).toMatchObject({
      state: 'taken',
    })
    expect(desk.memory.linesOf('pas').some(({ by }) => by === 'staff')).toBe(false)
  })
  it('is complete after a reconnect: nothing missing, nothing twice', async () => {
    await using desk = await startMorning()
    const before = await openLive(desk.url, desk.jonas)
    before.send({ type: 'open', conversationId: 'pas', after: 0 })
    const { lines } = await before.frame('lines')
    before.close()
    await before.closed()
    desk.memory.add('pas', {
      by: 'citizen',
      id: 'a',
      channel: 'web-chat',
      text: 'er du der?',
      masked: false,
    })
    const after = await openLive(desk.url, desk.jonas)
    after.send({ type: 'open', conversationId: 'pas', after: lines.at(-1)?.position ?? 0 })
    await after.frame('lines')
    desk.memory.add('pas', {
      by: 'citizen',
      id: 'b',
      channel: 'web-chat',
      text: 'hallo',
      masked: false,
    })
    await after.frame('lines', ({ lines }) => lines.some((line) => 'id' in line && line.id === 'b'))
    const seen = after.frames.flatMap((frame) => (frame.type === 'lines' ? frame.lines : []))
    expect([...lines, ...seen].map(({ position }) => position)).toEqual(
      desk.memory.linesOf('pas').map(({ position }) => position),
    )
  })
  it('does once what is sent twice', async () => {
    await using desk = await startMorning()
    const live = await openLive(desk.url, desk.jonas)
    await live.act({ do: 'claim', conversationId: 'pas' })
    const note = { do: 'note', conversationId: 'pas', text: 'ring til politiet' } as const
    await Promise.all([live.act(note, 'n1'), live.act(note, 'n1')])
    const again = await openLive(desk.url, desk.jonas)
    await again.act(note, 'n1')
    await again.act({ do: 'say', conversationId: 'pas', text: 'hej' }, 'm1')
    await again.act({ do: 'say', conversationId: 'pas', text: 'hej' }, 'm1')
    const by = desk.memory.linesOf('pas').map(({ by }) => by)
    expect([
      by.filter((one) => one === 'note').length,
      by.filter((one) => one === 'staff').length,
    ]).toEqual([1, 1])
  })
  it('opens nothing that is not at the desk, whoever knows its id', async () => {
    await using desk = await startMorning()
    desk.memory.put({ conversationId: 'with-the-bot', state: 'bot' })
    desk.memory.add('with-the-bot', {
      by: 'citizen',
      id: 'u',
      channel: 'web-chat',
      text: 'privat',
      masked: false,
    })
    const live = await openLive(desk.url, desk.jonas)
    live.send({ type: 'open', conversationId: 'with-the-bot', after: 0 })
    await live.frame('left')
    live.send({ type: 'open', conversationId: 'no-such-thing', after: 0 })
    await live.frame('left', ({ conversationId }) => conversationId === 'no-such-thing')
    const close = { do: 'close', disposition: 'abandoned', wrapUp: '' } as const
    expect(await live.act({ ...close, conversationId: 'with-the-bot' })).toEqual({ state: 'gone' })
    const erase = { do: 'erase', conversationId: 'with-the-bot', why: 'nysgerrig' } as const
    expect(await live.act(erase)).toEqual({ state: 'gone' })
    expect(desk.memory.linesOf('with-the-bot')).toHaveLength(1)
    expect(JSON.stringify(live.frames)).not.toContain('privat')
  })
  it('shows no more of a conversation once it is given back to the bot', async () => {
    await using desk = await startMorning()
    const live = await openLive(desk.url, desk.jonas)
    live.send({ type: 'open', conversationId: 'sofa', after: 0 })
    await live.act({ do: 'claim', conversationId: 'sofa' })
    await live.act({ do: 'return', conversationId: 'sofa' })
    await live.frame('left')
    await live.frame('gone', ({ conversationId }) => conversationId === 'sofa')
    desk.memory.add('sofa', {
      by: 'citizen',
      id: 'late',
      channel: 'web-chat',
      text: 'kun til botten',
      masked: false,
    })
    await live.act({ do: 'choose-presence', state: 'busy' })
    expect(JSON.stringify(live.frames)).not.toContain('kun til botten')
  })
  it('ends when the session ends and when the role changes', async () => {
    await using desk = await startMorning()
    const sara = await openLive(desk.url, desk.sara)
    const { me } = await sara.frame('desk')
    await postJson(desk.url, '/desk/colleagues/role', desk.jonas, { id: me.id, role: 'lead' })
    sara.send({ type: 'leave' })
    expect(await sara.closed()).toBe(4403)
    const again = await openLive(desk.url, desk.sara)
    await again.frame('desk')
    await postForm(desk.url, '/desk/sign-out', {}, { cookie: desk.sara })
    const before = again.frames.length
    desk.memory.add('pas', {
      by: 'citizen',
      id: 'x',
      channel: 'web-chat',
      text: 'efter',
      masked: false,
    })
    expect(await again.closed()).toBe(4401)
    expect(again.frames).toHaveLength(before)
  })
  it('erases for a lead only, and then the text is gone from every screen', async () => {
    await using desk = await startMorning()
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    sara.send({ type: 'open', conversationId: 'sofa', after: 0 })
    await sara.frame('lines')
    const erase = { do: 'erase', conversationId: 'sofa', why: 'borgeren bad om det' } as const
    expect(await sara.act(erase)).toEqual({ state: 'refused', code: 'role-missing' })
    expect(await jonas.act(erase)).toEqual({ state: 'done' })
    const { afresh, lines } = await sara.frame('lines', ({ lines }) =>
      lines.some((line) => line.by === 'event'),
    )
    expect(afresh).toBe(true)
    expect(JSON.stringify(lines)).not.toContain('sofa i gården')
  })
  it('tells who is here and when somebody has gone', async () => {
    await using desk = await startMorning()
    const [jonas, sara] = await Promise.all([
      openLive(desk.url, desk.jonas),
      openLive(desk.url, desk.sara),
    ])
    await sara.act({ do: 'choose-presence', state: 'away' })
    await jonas.frame('colleagues', ({ colleagues }) =>
      colleagues.some(({ name, state }) => name === 'Sara' && state === 'away'),
    )
    const { me } = await sara.frame('desk')
    sara.close()
    await sara.closed()
    await jonas.until(() => {
      const last = jonas.frames.findLast(({ type }) => type === 'colleagues')
      return last?.type === 'colleagues' && last.colleagues.length === 1 ? true : undefined
    })
    expect(desk.lost).toEqual([me.id])
  })
  it.each([
    'not json',
    '{}',
    '{"type":"act","id":"1","act":{"do":"drop-tables"}}',
    JSON.stringify({ type: 'leave', more: 'x'.repeat(40_000) }),
  ])('hangs up on a frame that it cannot read', async (frame) => {
    await using desk = await startMorning()
    const live = await openLive(desk.url, desk.jonas)
    await live.frame('desk')
    live.send(frame)
    expect(await live.closed()).toBe(1008)
  })
})
