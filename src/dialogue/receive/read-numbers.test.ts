import { expect, test } from 'vitest'
import { readNumbers } from './read-numbers.ts'

const digits = (text: string) => readNumbers(text, 'joined').map((token) => token.digits)

test.each([
  ['nul syv elleve', ['0', '7', '11']],
  ['femogtres fem og tres fem-og-tres', ['65', '65', '65']],
  ['fire fem og ni', ['4', '5', '9']],
  ['halvtredsindstyve', ['50']],
  ['sixty five sixty-five sixty zero', ['65', '65', '60', '0']],
  ['nittenhundrede og halvfems', ['1990']],
  ['to tusind og fem', ['2005']],
  ['nineteen hundred', ['1900']],
  ['double oh seven', ['00', '7']],
  ['syvende 14th twenty-first', ['7', '14', '21']],
  ['maj 2019', ['5', '2019']],
  ['enten torsdag', []],
])('"%s" dictates %j', (text, expected) => {
  expect(digits(text)).toEqual(expected)
})

test('tens and units can be read apart', () => {
  expect(readNumbers('ninety three', 'apart').map((token) => token.digits)).toEqual(['90', '3'])
})
