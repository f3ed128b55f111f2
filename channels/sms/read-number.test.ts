import { expect, it } from 'vitest'
import { readNumber } from './read-number.ts'

it.each([
  ['4520000123', '+4520000123'],
  ['+4591860042', '+4591860042'],
  ['46701234567', '+46701234567'],
  ['14155552671', '+14155552671'],
])('%s is answered at %s', (msisdn, e164) => {
  expect(readNumber(msisdn)).toEqual({ state: 'mobile', e164 })
})

it.each([
  ['1204', 'short-code'],
  ['451204', 'short-code'],
  ['45112', 'short-code'],
  ['4690123', 'short-code'],
  ['4590123456', 'service'],
  ['4580123456', 'service'],
  ['4570201201', 'service'],
  ['468123456', 'landline'],
  ['4512345678', 'invalid'],
  ['453366336', 'invalid'],
  ['45336633660', 'invalid'],
  ['9991234567890', 'invalid'],
  ['København', 'invalid'],
  ['', 'invalid'],
  ['4520000123456789', 'invalid'],
])('%s is not answered: %s', (msisdn, why) => {
  expect(readNumber(msisdn)).toEqual({ state: 'unanswerable', why })
})
