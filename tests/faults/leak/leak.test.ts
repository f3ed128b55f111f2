import { expect, it } from 'vitest'
import { leaks } from './leaks.ts'
import { measureLeak } from './measure-leak.ts'

// `npm run crash` has 10,000 conversations; these find what a connection or a conversation leaves behind each time.
it('keeps no handle, timer or memory of conversations that are over', {
  timeout: 180_000,
}, async () => {
  const { before, after } = await measureLeak({ first: 200, all: 600 })
  expect(leaks(before, after)).toEqual([])
})

it('finds what grew', () => {
  const figures = {
    heapMegabytes: 60,
    externalMegabytes: 5,
    residentMegabytes: 150,
    files: 30,
    sockets: 2,
    timers: 9,
  }
  expect(leaks(figures, { ...figures, residentMegabytes: 400 })).toEqual([])
  expect(leaks(figures, { ...figures, sockets: 402 })).toEqual(['sockets grew by 400.0'])
  expect(leaks(figures, { ...figures, heapMegabytes: 100 })).toEqual(['heapMegabytes grew by 40.0'])
})
