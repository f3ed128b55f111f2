import { expect, it } from 'vitest'
import { attempts } from './attempts.ts'

it('refuses once there were too many, says how long, and lets in again afterwards', () => {
  let now = '2026-06-08T07:00:00.000Z'
  const perName = attempts({ now: () => now }, 2)
  expect(perName.take('jonas')).toBe(0)
  expect(perName.take('jonas')).toBe(0)
  expect(perName.take('jonas')).toBe(15)
  expect(perName.take('sara')).toBe(0)
  now = '2026-06-08T07:10:30.000Z'
  expect(perName.take('jonas')).toBe(5)
  now = '2026-06-08T07:15:00.001Z'
  expect(perName.take('jonas')).toBe(0)
})

it('does not hold the right ones against an address that many share', () => {
  const perAddress = attempts({ now: () => '2026-06-08T07:00:00.000Z' }, 2)
  for (let i = 0; i < 5; i++) {
    expect(perAddress.take('office')).toBe(0)
    perAddress.giveBack('office')
  }
})

it('forgives the one who got in', () => {
  const perName = attempts({ now: () => '2026-06-08T07:00:00.000Z' }, 1)
  perName.take('jonas')
  perName.forgive('jonas')
  expect(perName.take('jonas')).toBe(0)
})
