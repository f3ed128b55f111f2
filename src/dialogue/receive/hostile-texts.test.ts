import { expect, test } from 'vitest'
import { clean, MAX_UTTERANCE_CHARACTERS } from './clean.ts'
import { createMask } from './mask.ts'
import { takePhone } from './take-phone.ts'

const mask = createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set(['33663366']) })

const plain = filled('jeg vil gerne have et nyt pas til min datter, hvad koster det i 2026? ')

/** Everything that reads a text before it is stored. */
function read(text: string) {
  takePhone(clean(text))
  mask(clean(text), 'da')
}

// Measured against a plain text of the same length, so that a slow machine is slow for both. What was quadratic took
// two hundred times as long and more.
test.each(
  [
    ...['1 ', '1, ', '1-', '1/', '1.', '1,', '0 ', '12 ', '\u0661 ', '12 34 56 78 ', '7/11-68 '],
    ...['sidste fire 1,12 00', 'fire sidste 7/11-68 ', 'cpr 1 ', 'konto 1 ', 'reg 1234 konto 5 '],
    ...['en ', 'to ', 'fem og tres ', 'twenty ', 'nitten ', '1 streg ', 'double ', 'maj 1 '],
    ...['a-', 'a.', 'a%', 'a@', '.a', 'a.b@', 'a dot ', 'a snabel-a ', 'a at ', 'dk12 ', 'dk12a'],
    ...['\ufdfa', '\u{1f600}', 'a\u0301\u0301\u0301', '\u200b1', '\n', ' ', '+', '('],
  ].map((piece) => [JSON.stringify(piece), piece] as const),
)('%s, over and over, is read about as fast as a plain text', (_, piece) => {
  const hostile = filled(piece)
  const timeOf = (text: string) => {
    const start = performance.now()
    read(text)
    return performance.now() - start
  }
  // The machine may be busy with something else at any time, so the best of many is compared; most need only a few.
  const best = { plain: Number.POSITIVE_INFINITY, hostile: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 50; round++) {
    best.plain = Math.min(best.plain, timeOf(plain))
    best.hostile = Math.min(best.hostile, timeOf(hostile))
    if (round >= 4 && best.hostile / best.plain < 40) break
  }
  expect(best.hostile / best.plain).toBeLessThan(80)
})

function filled(piece: string): string {
  const times = Math.ceil(MAX_UTTERANCE_CHARACTERS / piece.length)
  return piece.repeat(times).slice(0, MAX_UTTERANCE_CHARACTERS)
}
