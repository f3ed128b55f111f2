import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decide, type Occasion } from '#conversation/decide.ts'
import type { StaffAct } from '#conversation/decide-staff.ts'
import { erasure } from '#conversation/erasure.ts'
import type { Understanding } from '#conversation/findings.ts'
import { about, findings, type Story, story } from '#conversation/testing/story.ts'
import { AT, closed, slots, world } from '#conversation/testing/world.ts'

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
const acts: readonly StaffAct[] = [
  { act: 'claim', staffId: 'mette' },
  { act: 'say', staffId: 'mette', messageId: 'm' },
  { act: 'return', staffId: 'mette' },
  { act: 'close', staffId: 'mette', disposition: 'solved-by-staff', noteId: 'n' },
  { act: 'close', staffId: 'mette', disposition: 'ended-for-abuse', noteId: null },
  { act: 'reopen', staffId: 'mette' },
  { act: 'note', staffId: 'mette', noteId: 'n' },
  ...(['reached', 'tried', 'not-reached'] as const).map(
    (outcome) => ({ act: 'report-callback', staffId: 'mette', outcome, noteId: 'n' }) as const,
  ),
]
const dues = [
  'take-turn',
  'handoff-overdue',
  'desk-hours',
  'holder-offline',
  'idle-warning',
  'idle-close',
  'retention',
] as const
/** All that may ask for a decision. */
const occasions: readonly Occasion[] = [
  ...understandings.map(
    (one) => ({ type: 'turn-interpreted', findings: findings(one) }) satisfies Occasion,
  ),
  ...dues.flatMap((due) =>
    [true, false].map((holderPresent) => ({ type: 'time-passed', due, holderPresent }) as const),
  ),
  ...acts.map((act) => ({ type: 'staff-acted', act }) satisfies Occasion),
  { type: 'citizen-closed' },
  { type: 'citizen-opted-out' },
]
const worlds = [{}, closed, { accepting: false }, { botOff: true }, { at: '2026-06-08T08:20:00Z' }]
const human: Understanding = { kind: 'human', article: null }
const press = (choice: 'call-me' | 'write-here' | 'human') =>
  ({ kind: 'chosen', choice, article: null }) as const
/** What brings a conversation into each state that a decision tells from the others. */
const states: Record<string, (told: Story) => void> = {
  new: () => {},
  answered: (told) => void told.turn({ kind: 'answer', articles: [passport] }),
  'in danger': (told) =>
    void told.turn({ kind: 'crisis', intent: 'crisis-suicide', article: passport }),
  'offered a person': (told) => void told.turn({ kind: 'unknown' }),
  'offered a call': (told) => void told.turn(human, closed),
  'asked for a number': askedForNumber,
  'asked for a time': askedForTime,
  'promised a call': (told) => {
    askedForTime(told)
    if (slot) told.turn({ kind: 'slot-chosen', slot }, closed)
  },
  'promised an answer here': (told) => {
    told.turn(human, closed)
    told.turn(press('write-here'), closed)
  },
  queued: (told) => void told.turn(human),
  overdue: (told) => {
    told.turn(human)
    told.due('handoff-overdue', { at: '2026-06-08T08:20:00Z' })
  },
  paused: (told) => {
    told.turn(human)
    told.due('desk-hours', closed)
  },
  held: (told) => {
    told.turn(human)
    told.staff({ act: 'claim', staffId: 'mette' })
  },
  'closed by staff': (told) => {
    told.turn(human)
    told.staff({ act: 'claim', staffId: 'mette' })
    told.staff({ act: 'close', staffId: 'mette', disposition: 'solved-by-staff', noteId: null })
  },
  'closed by the citizen': (told) => void told.closes(),
  'closed by time': (told) => {
    told.due('idle-warning')
    told.due('idle-close')
  },
  'opted out': (told) => told.happens({ type: 'opted-out', at: AT, address: 'a' }),
  erased: (told) => told.happens(...erasure(told.state(), AT)),
}

function askedForNumber(told: Story): void {
  told.turn(human, closed)
  told.turn(press('call-me'), closed)
}

function askedForTime(told: Story): void {
  askedForNumber(told)
  told.turn({ kind: 'number-given', utteranceId: 'said-1' }, closed)
}

describe('I2 the conversation is pure', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('decides on everything without clock, chance or ids of its own', () => {
    takeTheWorldAway()
    expect(decideOnEverything).not.toThrow()
  })

  it('knows conversations in every state', () => {
    const known = ['web-chat', 'sms'].flatMap((channel) =>
      Object.values(states).map((brings) => {
        const told = story(channel as 'web-chat' | 'sms')
        brings(told)
        return told.state()
      }),
    )
    expect(new Set(known.map(({ handledBy }) => handledBy)).size).toBe(4)
    expect(new Set(known.map(({ callback }) => callback?.means)).size).toBe(3)
    expect(new Set(known.map(({ closed: end }) => end?.by)).size).toBe(4)
    expect(known.some(({ handoff }) => handoff?.paused)).toBe(true)
    expect(known.some(({ handoff }) => handoff?.overdue)).toBe(true)
    expect(known.some(({ erased, optedOut }) => erased && !optedOut)).toBe(true)
  })

  it('decides the same about the same, whatever was decided before', () => {
    const first = decideOnEverything()
    expect(first.size).toBeGreaterThan(10_000)
    const again = decideOnEverything()
    expect([...first].filter(([what, decided]) => again.get(what) !== decided)).toEqual([])
  })

  it.each(files)('%s imports nothing from outside its room', (file) => {
    const text = readFileSync(join(room, file), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from)
    expect(imports.filter((from) => !from?.startsWith('./'))).toEqual([])
    expect(text).not.toMatch(/\b(process|globalThis|require|fetch|setTimeout|setInterval)\b\s*[.(]/)
  })
})

/** Each state with each occasion in each world, by what it was; decisions as JSON. */
function decideOnEverything(): ReadonlyMap<string, string> {
  const decided = new Map<string, string>()
  for (const channel of ['web-chat', 'sms', 'voice', 'terminal'] as const) {
    for (const [name, brings] of Object.entries(states)) {
      const told = story(channel)
      brings(told)
      // Some occasions ask about what was just said, others about a silence.
      for (const isHeard of [false, true]) {
        if (isHeard) told.hears()
        const state = told.state()
        for (const occasion of occasions)
          for (const around of worlds) {
            const what = JSON.stringify({ channel, name, isHeard, occasion, around })
            const given = world(around)
            const fresh = { ...given.fresh, replyId: 'fresh' }
            decided.set(what, JSON.stringify(decide(state, occasion, { ...given, fresh })))
          }
        expect(erasure(state, AT)).toBeInstanceOf(Array)
      }
    }
  }
  return decided
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
