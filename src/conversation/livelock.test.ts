import { describe, expect, it } from 'vitest'
import { insteadOfLivelock, isLivelock } from './livelock.ts'
import { findings, outcome, said, story } from './testing/story.ts'
import { AT, world } from './testing/world.ts'

const thanks = { kind: 'small-talk', reply: 'thanks' } as const
const human = { kind: 'human', article: null } as const
const turn = { type: 'turn-interpreted', findings: findings(thanks) } as const
const nothing = { events: [], dues: [] }

describe('a decision that would be taken again for ever', () => {
  it('is one of a turn that leaves everything unanswered', () => {
    const day = story()
    const first = day.turn(thanks)
    day.hears()
    expect(isLivelock(day.state(), turn, first, AT)).toBe(true)
    expect(isLivelock(day.state(), turn, nothing, AT)).toBe(true)
    const instead = insteadOfLivelock(day.state(), turn, world())
    expect([outcome(instead), ...said(instead)]).toEqual(['failed-internal', 'fallback.internal'])
    expect(isLivelock(day.state(), turn, instead, AT)).toBe(false)
  })

  it('is none while people have the conversation and a text is kept without a word', () => {
    const day = story()
    day.turn(human)
    day.hears()
    expect(isLivelock(day.state(), turn, nothing, AT)).toBe(false)
    day.staff({ act: 'claim', staffId: 'mette' })
    expect(isLivelock(day.state(), turn, nothing, AT)).toBe(false)
    expect(insteadOfLivelock(day.state(), turn, world())).toEqual(nothing)
  })

  it('is none after STOP, when nothing may be said', () => {
    const day = story('sms')
    day.happens({ type: 'opted-out', at: AT, address: 'a' })
    day.hears()
    expect(isLivelock(day.state(), turn, nothing, AT)).toBe(false)
  })

  it('is one of a time that is due again at once, and none of one that is due later', () => {
    const passed = { type: 'time-passed', due: 'desk-hours', holderPresent: false } as const
    const again = (at: string) => ({ events: [], dues: [{ what: 'desk-hours', at } as const] })
    const c = story().state()
    expect(isLivelock(c, passed, again(AT), AT)).toBe(true)
    expect(isLivelock(c, passed, again('2026-06-08T08:00:01.000Z'), AT)).toBe(false)
    expect(insteadOfLivelock(c, passed, world())).toEqual(nothing)
  })
})
