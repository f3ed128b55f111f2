import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Understanding } from '#conversation/findings.ts'
import { type Stage, startEngine } from './testing/start-engine.ts'

const passport: Understanding = {
  kind: 'answer',
  articles: [{ articleId: 'pas-voksne', version: 'v', part: 'main' }],
}

describe('a turn', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await startEngine({ interpretLimitMs: 300 })
  })
  afterEach(() => stage[Symbol.asyncDispose]())

  const replied = (id: string, times = 1) =>
    stage.until(async () => (await replies(id)).length >= times)
  const replies = async (id: string) =>
    (await stage.events(id)).flatMap((event) =>
      event.type === 'reply-chosen' ? [event.reply] : [],
    )
  const utterances = async (id: string) =>
    (await stage.events(id)).flatMap((event) =>
      event.type === 'utterance-received' ? [event.utterance.id] : [],
    )

  it('that is overtaken is begun again, and answers both', async () => {
    const id = await stage.start()
    let turns = 0
    stage.understands(async () => {
      turns += 1
      if (turns === 1) await stage.says(id, 'to')
      return passport
    })
    await stage.says(id, 'en')
    await replied(id)
    expect((await replies(id))[0]?.utteranceIds).toEqual(await utterances(id))
  })

  it('of somebody who never stops writing is answered the third time, and the rest is the next turn', async () => {
    const id = await stage.start()
    let turns = 0
    stage.understands(async () => {
      turns += 1
      if (turns <= 3) await stage.says(id, `mere ${turns}`)
      return passport
    })
    await stage.says(id, 'en')
    await replied(id, 2)
    const [first, second] = await replies(id)
    const all = await utterances(id)
    expect(first?.utteranceIds).toEqual(all.slice(0, 3))
    expect(second?.utteranceIds).toEqual(all.slice(3))
  })

  it('gives way to staff who come in between', async () => {
    stage.present.add('mette')
    const id = await stage.start()
    stage.understands(() => ({ kind: 'human', article: null }))
    await stage.says(id, 'menneske')
    await replied(id)
    stage.understands(async () => {
      await stage.engine.staffActs.claim(id, 'mette')
      return { kind: 'human', article: null }
    })
    await stage.says(id, 'er du der?')
    await stage.until(async () => (await stage.events(id)).at(-1)?.type === 'handoff-accepted')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await replies(id)).length).toBe(1)
  })

  it.each([
    ['pas-voksne', 'fallback.article-off'],
    ['bot', 'fallback.bot-off'],
  ])('obeys a switch (%s) that is thrown while it thinks', async (key, said) => {
    const id = await stage.start()
    stage.understands(async () => {
      const entry = { by: 'lead', at: stage.now(), why: 'wrong price' }
      await stage.storage.registers.set('switches', key, '{}', entry)
      return passport
    })
    await stage.says(id, 'pas')
    await replied(id)
    expect(await stage.said(id)).toEqual([said])
  })

  it('tells the truth when understanding fails', async () => {
    const id = await stage.start()
    stage.understands(() => Promise.reject(new Error('model gone')))
    await stage.says(id, 'pas')
    await replied(id)
    expect(await stage.said(id)).toEqual(['fallback.internal'])
  })

  it('tells the truth when understanding takes too long', async () => {
    const id = await stage.start()
    stage.understands(() => new Promise(() => {}))
    await stage.says(id, 'pas')
    await replied(id)
    expect((await replies(id))[0]?.outcome).toBe('failed-timeout')
  })

  it('tells the truth when its text cannot be worded', async () => {
    const id = await stage.start()
    stage.understands(() => ({ kind: 'small-talk', reply: 'that-nobody-wrote' }))
    await stage.says(id, 'hvornår')
    await replied(id)
    expect(await stage.said(id)).toEqual(['fallback.internal'])
    expect(await stage.lastText(id)).not.toBe('')
  })

  it('hears a cry for help in a conversation that staff hold, and says nothing', async () => {
    stage.present.add('mette')
    const id = await stage.start()
    stage.understands(() => ({ kind: 'human', article: null }))
    await stage.says(id, 'menneske')
    await replied(id)
    await stage.engine.staffActs.claim(id, 'mette')
    stage.understands(() => ({ kind: 'crisis', intent: 'crisis-suicide', article: null }))
    await stage.says(id, 'jeg vil dø')
    await stage.until(async () => (await stage.events(id)).at(-1)?.type === 'alarm-raised')
    expect((await replies(id)).length).toBe(1)
  })

  it('reads the newest of what gathers in the queue, and a cry for help anywhere in it', async () => {
    stage.present.add('mette')
    const id = await stage.start()
    const meanings: Record<string, Understanding> = {
      menneske: { kind: 'human', article: null },
      'nej tak': { kind: 'no' },
    }
    stage.understands((text) => meanings[text] ?? { kind: 'unknown' })
    await stage.says(id, 'menneske')
    await replied(id)
    await stage.says(id, 'det handler om mit pas')
    await replied(id, 2)
    await stage.says(id, 'og min adresse')
    await stage.says(id, 'nej tak')
    await replied(id, 3)
    expect((await stage.said(id)).at(-1)).toBe('human.left')
  })

  it('hears a press in the queue, although a text came right after it', async () => {
    stage.present.add('mette')
    const id = await stage.start()
    const leave: Understanding = { kind: 'chosen', choice: 'leave-queue', article: null }
    stage.understands((text) => {
      if (text.startsWith('forlad')) return leave
      return text === 'menneske' ? { kind: 'human', article: null } : { kind: 'unknown' }
    })
    await stage.says(id, 'menneske')
    await replied(id)
    await Promise.all([stage.says(id, 'forlad'), stage.says(id, 'jeg ringer selv')])
    await replied(id, 2)
    expect((await stage.said(id)).at(-1)).toBe('human.left')
  })

  it('of the same millisecond as the one before is not forgotten', async () => {
    const id = await stage.start()
    stage.understands(() => passport)
    const { log } = stage.storage
    let isLate = false
    const stop = log.onCommit(() => {
      void stage.events(id).then(async (events) => {
        if (isLate || events.at(-1)?.type !== 'reply-chosen') return
        isLate = true
        await stage.says(id, 'to')
      })
    })
    await stage.says(id, 'en')
    await replied(id, 2)
    stop()
  })
})
