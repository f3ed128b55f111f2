import { expect, it } from 'vitest'
import { echoGuard } from './echo-guard.ts'

const autoReply = 'Autosvar: Jeg kører bil og svarer senere.'

it('a machine that says the same again and again is answered three times', () => {
  const guard = echoGuard(() => 0)
  expect(['1', '2', '3', '4', '5'].map((id) => guard.isEcho('sms:a', id, autoReply))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  expect(guard.isEcho('sms:a', '6', 'hej, hvornår åbner I? Vi er to')).toBe(false)
  expect(guard.isEcho('sms:b', '7', autoReply)).toBe(false)
})

it('a message that the provider repeats is no echo', () => {
  const guard = echoGuard(() => 0)
  expect(
    ['1', '1', '1', '1', '2', '3', '1'].map((id) => guard.isEcho('sms:a', id, autoReply)),
  ).not.toContain(true)
})

it('short words may be said as often as one likes', () => {
  const guard = echoGuard(() => 0)
  expect(['1', '2', '3', '4', '5'].map((id) => guard.isEcho('sms:a', id, 'ja tak'))).not.toContain(
    true,
  )
})

it('after ten minutes the same words are heard again', () => {
  let nowMs = 0
  const guard = echoGuard(() => nowMs)
  for (const id of ['1', '2', '3']) guard.isEcho('sms:a', id, autoReply)
  expect(guard.isEcho('sms:a', '4', autoReply)).toBe(true)
  nowMs = 601_000
  expect(guard.isEcho('sms:a', '5', autoReply)).toBe(false)
})
