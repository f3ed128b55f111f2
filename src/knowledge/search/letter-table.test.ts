import { expect, it } from 'vitest'
import { createLetterTable, NO_LETTERS } from './letter-table.ts'

it('gives each group of letters one number, whichever way it is entered', () => {
  const table = createLetterTable()
  const pas = table.enter('pas')
  expect(table.enter('pas')).toBe(pas)
  expect(table.enter('sap')).not.toBe(pas)
  let at = NO_LETTERS
  for (const letter of 'pas') at = table.step(at, letter.charCodeAt(0))
  expect(at).toBe(pas)
  expect(table.lengthOf(pas)).toBe(3)
})

it('knows nothing new once it is settled, and enters nothing when it is only asked', () => {
  const table = createLetterTable()
  table.enter('bo')
  const { size } = table
  const before = size()
  expect(table.idOf('by')).toBe(-1)
  table.settle()
  expect(table.enter('by')).toBe(-1)
  expect(size()).toBe(before)
  expect(table.idOf('bo')).toBeGreaterThan(0)
})

it('keeps tens of thousands of groups apart, also in a table that is made of the steps of another', () => {
  const table = createLetterTable()
  const groups = Array.from({ length: 50_000 }, (_, i) => i.toString(36).padStart(4, 'å'))
  const ids = groups.map((group) => table.enter(group))
  expect(new Set(ids).size).toBe(groups.length)
  const again = createLetterTable(table.steps())
  expect(groups.map((group) => again.enter(group))).toEqual(ids)
  expect(again.enter('zzzz')).toBe(-1)
  expect(again.size()).toBe(table.size())
})
