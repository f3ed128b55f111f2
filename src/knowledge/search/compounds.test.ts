import { expect, it } from 'vitest'
import { createCompoundSplitter } from './compounds.ts'

const split = createCompoundSplitter(
  new Map([
    ['pas', 9],
    ['billede', 4],
    ['bolig', 5],
    ['støtte', 5],
    ['flytning', 6],
    ['dag', 8],
    ['hvor', 90],
    ['dan', 3],
    ['hvordan', 80],
  ]),
)

it.each([
  ['pasbillede', ['pas', 'billede']],
  ['boligstøtte', ['bolig', 'støtte']],
  ['flytningsdag', ['flytning', 'dag']],
  ['hvordan', []],
  ['ukendtord', []],
])('%s is %j', (word, parts) => {
  expect(split(word)).toEqual(parts)
})
