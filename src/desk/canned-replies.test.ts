import { describe, expect, it } from 'vitest'
import { clockFrom } from '#platform/clock.ts'
import { randomIds } from '#platform/ids.ts'
import { cannedReplies } from './canned-replies.ts'
import { memoryRegisters } from './testing/memory-desk.ts'

function shelf() {
  const registers = memoryRegisters()
  const clock = clockFrom('2026-06-08T07:16:00.000Z')
  const replies = cannedReplies({ registers, clock, ids: randomIds }, async (id) => `navn-${id}`)
  return {
    registers,
    replies,
    titles: async () => (await replies.list()).map(({ da }) => da.title),
  }
}
const words = {
  da: { title: 'Ny', text: 'Hej.' },
  en: { title: 'New', text: 'Hello.' },
}

describe('the canned replies of the desk', () => {
  it('come with some in both languages, which state no figures', async () => {
    const { replies } = shelf()
    const all = await replies.list()
    expect(all.length).toBeGreaterThan(5)
    expect(all.filter(({ da, en }) => /\d/.test(da.text + en.text))).toEqual([])
  })
  it('are written, changed and removed by a lead, with who and when', async () => {
    const { replies, titles } = shelf()
    await replies.keep(null, words, 'lead')
    const written = (await replies.list()).find(({ da }) => da.title === 'Ny')
    expect(written?.changed?.by).toBe('navn-lead')
    expect(written?.changed?.at).toContain('2026-06-08T07:16')
    await replies.keep(
      written?.id ?? '',
      { ...words, da: { title: 'Nyere', text: 'Hej.' } },
      'lead',
    )
    expect(await titles()).toContain('Nyere')
    expect(await titles()).not.toContain('Ny')
    await replies.remove(written?.id ?? '', 'lead')
    expect(await titles()).not.toContain('Nyere')
  })
  it('that came with the product stay removed, and every change is in the audit trail', async () => {
    const { registers, replies, titles } = shelf()
    const [first] = await replies.list()
    await replies.remove(first?.id ?? '', 'lead')
    expect(await titles()).not.toContain(first?.da.title)
    const trail = await registers.audit('canned-replies')
    expect(trail).toMatchObject([{ by: 'lead', key: first?.id, why: 'canned reply removed' }])
  })
  it('tell whoever watches that they changed', async () => {
    const { replies } = shelf()
    let changes = 0
    const stop = replies.onChange(() => changes++)
    await replies.keep(null, words, 'lead')
    stop()
    await replies.keep(null, words, 'lead')
    expect(changes).toBe(1)
  })
})
