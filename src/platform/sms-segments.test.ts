import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSegments } from './sms-segments.ts'

describe('what an SMS costs', () => {
  it.each([
    ['', 'gsm-7', 0, 1],
    ['æøåÆØÅ', 'gsm-7', 6, 1],
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    ['ó'.repeat(70), 'ucs-2', 70, 1],
    ['ó'.repeat(71), 'ucs-2', 71, 2],
    ['ó'.repeat(135), 'ucs-2', 135, 3],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
  ] as const)('%j', (text, encoding, units, segments) => {
    expect(countSegments(text)).toMatchObject({ encoding, units, segments })
  })

  it('does not cut an escape pair in two: the 153rd place stays empty', () => {
    expect(countSegments(`${'a'.repeat(152)}€${'a'.repeat(152)}`).segments).toBe(3)
    expect(countSegments(`${'a'.repeat(151)}€${'a'.repeat(153)}`).segments).toBe(2)
  })

  it('does not cut a surrogate pair in two: the 67th place stays empty', () => {
    expect(countSegments(`${'ó'.repeat(66)}😀${'ó'.repeat(66)}`).segments).toBe(3)
    expect(countSegments(`${'ó'.repeat(65)}😀${'ó'.repeat(67)}`).segments).toBe(2)
  })

  it('names each odd character once', () => {
    expect(countSegments('“a” – “b” 😀').odd).toEqual(['“', '”', '–', '😀'])
  })
})

const gsm = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '€', '{'), maxLength: 700 })
const any = fc.oneof(gsm, fc.string({ unit: 'grapheme', maxLength: 300 }))

describe('any text', () => {
  it('fits into its segments, and not into half of them', () => {
    fc.assert(
      fc.property(any, (text) => {
        const { encoding, units, segments } = countSegments(text)
        const [alone, inRow] = encoding === 'gsm-7' ? [160, 153] : [70, 67]
        expect(segments === 1).toBe(units <= alone)
        if (segments === 1) return
        expect(units).toBeLessThanOrEqual(segments * inRow)
        // A pair that is not cut leaves at most one place empty in a segment.
        expect(units).toBeGreaterThan((segments - 1) * (inRow - 1))
      }),
    )
  })

  it('never costs less with a character more', () => {
    fc.assert(
      fc.property(any, gsm, (text, more) => {
        expect(countSegments(text + more).segments).toBeGreaterThanOrEqual(
          countSegments(text).segments,
        )
      }),
    )
  })

  it('is GSM-7 exactly when nothing is odd', () => {
    fc.assert(
      fc.property(any, (text) => {
        const { encoding, odd } = countSegments(text)
        expect(encoding === 'gsm-7').toBe(odd.length === 0)
      }),
    )
  })
})
