import { expect, it } from 'vitest'
import { fold } from './fold.ts'

it.each([
  ['Kørekort', 'koerekort'],
  ['KØREKORT', 'köreKort'],
  ['få', 'faa'],
  ['ansøgning', 'ansoegning'],
  ['café', 'cafe'],
  ['a\u030abne', 'åbne'],
])('%j and %j are the same', (a, b) => {
  expect(fold(a)).toBe(fold(b))
})

it('"får" is not "far"', () => {
  expect(fold('får')).not.toBe(fold('far'))
})
