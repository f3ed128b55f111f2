import { expect, it } from 'vitest'
import { remember } from './remember.ts'

it('makes each result once, and again after everything was forgotten', () => {
  const made: number[] = []
  const double = remember(
    (n: number) => String(n),
    (n) => {
      made.push(n)
      return n * 2
    },
    2,
  )
  expect([double(1), double(1), double(2), double(2)]).toEqual([2, 2, 4, 4])
  expect(made).toEqual([1, 2])
  expect([double(3), double(1)]).toEqual([6, 2])
  expect(made).toEqual([1, 2, 3, 1])
})
