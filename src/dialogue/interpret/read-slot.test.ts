import { describe, expect, it } from 'vitest'
import { understand } from './fixtures/understand.ts'
import { pickSlot } from './read-slot.ts'

// Copenhagen is two hours ahead in June: Tuesday 12–16, then Wednesday 9–12.
const tuesday = { from: '2026-06-09T10:00:00.000Z', to: '2026-06-09T14:00:00.000Z' }
const wednesday = { from: '2026-06-10T07:00:00.000Z', to: '2026-06-10T10:00:00.000Z' }
const slots = [tuesday, wednesday]
const now = '2026-06-09T08:00:00.000Z'

describe('the time to be called', () => {
  it.each([
    ['A', tuesday],
    ['den anden', wednesday],
    ['nr. 2', wednesday],
    ['onsdag', wednesday],
    ['i dag', tuesday],
    ['i morgen', wednesday],
    ['i morgen tidlig', wednesday],
    ['eftermiddag', tuesday],
    ['om formiddagen', wednesday],
    ['kl. 10', wednesday],
    ['klokken tretten', undefined],
    ['13:30', tuesday],
    ['omkring kl 14', tuesday],
    ['tomorrow morning', wednesday],
    ['Wednesday', wednesday],
    ['lige meget', tuesday],
    ['fredag', undefined],
    ['onsdag eftermiddag', undefined],
    ['hvad koster et pas', undefined],
  ])('%j', (text, expected) => {
    expect(pickSlot(slots, text, now)).toEqual(expected)
  })

  it('is read only while it is asked for', async () => {
    const asks = { for: 'callback-slot', slots, phoneOf: 'u0' } as const
    expect(await understand('onsdag', { asks })).toBe(`slot ${wednesday.from}`)
    expect(await understand('onsdag')).not.toMatch(/^slot/)
  })
})
