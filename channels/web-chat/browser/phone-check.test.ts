import { expect, test } from 'vitest'
import { takePhone } from '#dialogue/receive/take-phone.ts'
import { phoneFault } from './phone-check.ts'

const say = (key: string) => key

test.each([
  '91 86 00 42',
  '+4591860042',
  '0045 91 86 00 42',
  '91-86-00-42',
  '９１８６００４２',
  '91.86.00.42',
  '(+45) 9186 0042',
  '91–86–00–42',
  '45 91860042',
  '  91860042 ',
])('fc025 · "%s" is taken by the field and by the server', (typed) => {
  expect(phoneFault(typed, say)).toBeNull()
  expect(takePhone(typed)).toMatchObject({ state: 'given', number: '+4591860042' })
})

test.each([
  ['90 12 34 56', 'phone-premium'],
  ['+45 90 12 34 56', 'phone-premium'],
  ['80 12 34 56', 'phone-free'],
  ['112', 'phone-service'],
  ['1813', 'phone-service'],
  ['116 111', 'phone-service'],
  ['33 66 33 6', 'phone-short'],
  ['+45 33 66 33', 'phone-short'],
  ['33 66 33 66 6', 'phone-long'],
  ['+46 70 123 45 67', 'phone-foreign'],
  ['0049 30 1234567', 'phone-foreign'],
  ['+299 32 10 00', 'phone-foreign'],
  ['12 34 56 78', 'phone-unused'],
  ['ring nu', 'phone-letters'],
  [' ', 'phone-missing'],
])('fc025 · "%s" is refused by both: %s', (typed, fault) => {
  expect(phoneFault(typed, say)).toBe(fault)
  expect(takePhone(typed).state).not.toBe('given')
})

test.each(['20', '30', '40', '50', '60', '71', '81', '91', '92', '93'])(
  'new series (%s) are taken, whatever a packaged plan knows of them',
  (start) => {
    const typed = `${start} 86 00 42`
    expect(phoneFault(typed, say)).toBeNull()
    expect(takePhone(typed).state).toBe('given')
  },
)
