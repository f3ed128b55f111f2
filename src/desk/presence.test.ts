import { expect, it } from 'vitest'
import { deskPresence } from './presence.ts'

it('counts a person as present while one of their pages is open, and as lost after the last', () => {
  const lost: string[] = []
  const presence = deskPresence({ lost: (staffId) => lost.push(staffId) })
  const first = presence.enter('jonas')
  const second = presence.enter('jonas')
  first()
  first()
  expect(presence.isPresent('jonas')).toBe(true)
  expect(lost).toEqual([])
  second()
  expect(presence.isPresent('jonas')).toBe(false)
  expect(lost).toEqual(['jonas'])
})

it('has somebody on duty only while somebody present is free', () => {
  const presence = deskPresence({ lost: () => undefined })
  expect(presence.onDuty()).toBe(false)
  presence.enter('jonas')
  expect(presence.onDuty()).toBe(true)
  presence.choose('jonas', 'busy')
  expect(presence.onDuty()).toBe(false)
  presence.choose('sara', 'free')
  expect(presence.onDuty()).toBe(false)
  presence.enter('sara')
  expect(presence.onDuty()).toBe(true)
})

it('keeps somebody on duty while their page reloads, and no longer', () => {
  let nowMs = 0
  const presence = deskPresence({ lost: () => undefined, monotonicMs: () => nowMs })
  const leave = presence.enter('jonas')
  leave()
  nowMs = 5_000
  expect(presence.onDuty()).toBe(true)
  expect(presence.isPresent('jonas')).toBe(false)
  nowMs = 60_000
  expect(presence.onDuty()).toBe(false)
})
