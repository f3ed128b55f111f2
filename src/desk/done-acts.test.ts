import { expect, it } from 'vitest'
import { doneActs } from './done-acts.ts'

it('an act that failed is done when it is sent again, and its failure is told to nobody else', async () => {
  const done = doneActs()
  let tries = 0
  const act = async () => {
    tries += 1
    if (tries === 1) throw new Error('disk')
    return { state: 'done' } as const
  }
  await expect(done.once('a', act)).rejects.toThrow('disk')
  expect(await done.once('a', act)).toEqual({ state: 'done' })
  expect(await done.once('a', act)).toEqual({ state: 'done' })
  expect(tries).toBe(2)
})
