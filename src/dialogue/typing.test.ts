import { expect, it } from 'vitest'
import { createTyping } from './typing.ts'

it('staff are told once that a citizen writes, however many keys are pressed', () => {
  const typing = createTyping()
  const told: string[] = []
  typing.on('talk', ({ who, writing }) => told.push(`${who} ${writing}`))
  for (let i = 0; i < 5; i += 1) typing.note('talk', 'citizen')
  expect(told).toEqual(['citizen true'])
  typing.stop()
})

it('a pause is told', async () => {
  const typing = createTyping(20)
  const told: boolean[] = []
  typing.on('all', ({ writing }) => told.push(writing))
  typing.note('talk', 'staff')
  await expect.poll(() => told).toEqual([true, false])
  typing.stop()
})

it('neither another conversation nor who no longer listens hears of it', () => {
  const typing = createTyping()
  const told: string[] = []
  typing.on('other', () => told.push('other'))
  typing.on('talk', () => told.push('talk'))()
  typing.note('talk', 'citizen')
  expect(told).toEqual([])
  typing.stop()
})
