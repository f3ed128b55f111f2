import { describe, expect, it } from 'vitest'
import { deskWords } from '#desk/words.ts'
import { atTime, byWhen, clockTime, dayHeading, promise, waited } from './times.ts'

const sayIn =
  (language: 'da' | 'en') =>
  (name: string, values: Readonly<Record<string, string | number>> = {}) =>
    (deskWords[name]?.[language] ?? name).replace(/\{(\w+)\}/g, (_, key) => String(values[key]))
const da = sayIn('da')
const en = sayIn('en')
const monday = Date.parse('2026-06-08T07:16:00.000Z')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('times at the desk', () => {
  it('are Copenhagen times, summer and winter', () => {
    expect(clockTime('2026-06-08T07:05:00.000Z', 'da')).toBe('9.05')
    expect(clockTime('2026-12-08T07:05:00.000Z', 'en')).toBe('8:05')
    expect(plain(atTime('2026-06-08T07:00:00.000Z', 'da', da))).toBe('kl. 9')
  })
  it('head a day as it is said', () => {
    expect(dayHeading(monday, 'da')).toBe('Mandag 8. juni')
    expect(dayHeading('2026-06-07T22:30:00.000Z', 'en')).toBe('Monday 8 June')
  })
  it('tell a wait in minutes, then hours, then days', () => {
    expect(waited('2026-06-08T07:15:30.000Z', monday, da)).toBe('nu')
    expect(plain(waited('2026-06-08T07:10:00.000Z', monday, da))).toBe('6 min.')
    expect(plain(waited('2026-06-08T04:10:00.000Z', monday, en))).toBe('3 h')
    expect(plain(waited('2026-06-05T20:00:00.000Z', monday, da))).toBe('2 d.')
  })
  it('tell a promise by its day, and today by the time alone', () => {
    expect(byWhen('2026-06-08T10:00:00.000Z', monday, 'da', da)).toBe('12.00')
    expect(byWhen('2026-06-04T14:00:00.000Z', monday, 'da', da)).toBe('torsdag 16.00')
    expect(plain(promise('2026-06-09T10:00:00.000Z', monday, 'da', da))).toBe(
      'i morgen inden kl. 12',
    )
    expect(plain(promise('2026-06-29T10:00:00.000Z', monday, 'en', en))).toBe('29 June by 12:00')
  })
})
