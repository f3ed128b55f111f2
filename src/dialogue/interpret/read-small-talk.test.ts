import { expect, it } from 'vitest'
import { understand } from './fixtures/understand.ts'

it.each([
  ['hej', 'hello'],
  ['Tak for hjælpen!', 'thanks'],
  ['farvel', 'goodbye'],
  ['kan du gentage det?', 'repeat'],
  ['nej jeg mente noget andet', 'correction'],
  ['hej, hvordan får jeg nyt pas?', 'answer pas-voksne#main'],
])('%j is %s', async (text, expected) => {
  expect(await understand(text)).toBe(expected)
})
