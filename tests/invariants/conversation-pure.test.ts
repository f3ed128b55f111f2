import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { erasure } from '#conversation/erasure.ts'
import type { Understanding } from '#conversation/findings.ts'
import { about, story } from '#conversation/testing/story.ts'
import { AT, closed, slots } from '#conversation/testing/world.ts'

const room = join(import.meta.dirname, '../../src/conversation')
const files = readdirSync(room).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
const [slot] = slots
const passport = about('passport')
const understandings: readonly Understanding[] = [
  { kind: 'crisis', intent: 'crisis-suicide', article: passport },
  { kind: 'human', article: null },
  { kind: 'own-case', article: passport },
  { kind: 'decision', article: passport },
  { kind: 'answer', articles: [passport] },
  { kind: 'choose', articles: [passport, about('licence')] },
  { kind: 'yes' },
  { kind: 'no' },
  { kind: 'chosen', choice: 'call-me', article: null },
  { kind: 'chosen', choice: 'write-here', article: null },
  ...(slot ? [{ kind: 'slot-chosen', slot } as const] : []),
  { kind: 'number-given', utteranceId: 'said-1' },
  { kind: 'number-refused' },
  { kind: 'callback-asked' },
  { kind: 'small-talk', reply: 'hello' },
  { kind: 'goodbye' },
  { kind: 'repeat' },
  { kind: 'correction' },
  { kind: 'out-of-scope' },
  { kind: 'unknown' },
  { kind: 'not-understood' },
  { kind: 'other-language' },
  { kind: 'unsafe' },
  { kind: 'too-long' },
  { kind: 'failed', why: 'timeout' },
]
const dues = [
  'handoff-overdue',
  'holder-offline',
  'idle-warning',
  'idle-close',
  'retention',
] as const

describe('I2 the conversation is pure', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('decides on everything without clock, chance or ids of its own', () => {
    takeTheWorldAway()
    expect(decideOnEverything).not.toThrow()
  })

  it('decides the same about the same', () => {
    const events = () => story().turn({ kind: 'human', article: null }).events
    const fixed = (text: string) => text.replace(/reply-\d+/g, 'reply')
    expect(fixed(JSON.stringify(events()))).toBe(fixed(JSON.stringify(events())))
  })

  it.each(files)('%s imports nothing from outside its room', (file) => {
    const text = readFileSync(join(room, file), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from)
    expect(imports.filter((from) => !from?.startsWith('./'))).toEqual([])
    expect(text).not.toMatch(/\b(process|globalThis|require|fetch|setTimeout|setInterval)\b\s*[.(]/)
  })
})

function decideOnEverything(): void {
  for (const channel of ['web-chat', 'sms', 'voice', 'terminal'] as const) {
    for (const world of [{}, closed, { accepting: false }, { botOff: true }]) {
      const told = story(channel)
      for (const first of understandings) {
        for (const second of understandings.slice(0, 10)) {
          told.turn(first, world)
          told.turn(second, world)
        }
      }
      told.turn({ kind: 'human', article: null })
      for (const staffId of ['mette', 'jens']) {
        told.staff({ act: 'claim', staffId })
        told.staff({ act: 'say', staffId, messageId: 'm' })
      }
      for (const due of dues) told.due(due)
      expect(told.state().version).toBeGreaterThan(100)
      expect(erasure(told.state(), AT)).toBeInstanceOf(Array)
    }
  }
}

function takeTheWorldAway(): void {
  const no = (what: string) => () => {
    throw new Error(`The conversation used ${what}.`)
  }
  const RealDate = Date
  vi.stubGlobal(
    'Date',
    class extends RealDate {
      constructor(...given: [] | [number | string]) {
        if (given.length === 0) no('the clock')()
        super(given[0] ?? 0)
      }
      static override now = no('the clock')
    },
  )
  vi.stubGlobal('Math', Object.assign(Object.create(Math), { random: no('chance') }))
  vi.stubGlobal('crypto', { randomUUID: no('an id of its own'), getRandomValues: no('chance') })
  vi.stubGlobal('performance', { now: no('the clock') })
  vi.stubGlobal('fetch', no('the network'))
}
