import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMask } from './mask.ts'

const mask = createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set() })
const masked = (text: string) => mask(text, 'da').text

describe('every generated CPR number is masked in every spelling', () => {
  const spellings: [string, (cpr: Cpr) => string][] = [
    ['plain', ({ d, m, y, four }) => `${d}${m}${y}${four}`],
    ['hyphen', ({ d, m, y, four }) => `${d}${m}${y}-${four}`],
    ['spaced hyphen', ({ d, m, y, four }) => `${d}${m}${y} - ${four}`],
    ['en dash', ({ d, m, y, four }) => `${d}${m}${y}–${four}`],
    ['space', ({ d, m, y, four }) => `${d}${m}${y} ${four}`],
    ['slash', ({ d, m, y, four }) => `${d}${m}${y} / ${four}`],
    ['dots', ({ d, m, y, four }) => `${d}.${m}.${y}-${four}`],
    ['dots all through', ({ d, m, y, four }) => `${d}.${m}.${y}.${four}`],
    ['slashes', ({ d, m, y, four }) => `${d}/${m}/${y}-${four}`],
    ['slash and hyphens', ({ d, m, y, four }) => `${d}/${m}-${y}-${four}`],
    ['pairs', ({ d, m, y, four }) => `${d} ${m} ${y} ${four.slice(0, 2)} ${four.slice(2)}`],
    ['single digits', ({ d, m, y, four }) => [...d, ...m, ...y, ...four].join(' ')],
    ['whole year', ({ d, m, y, four }) => `${d}${m}19${y}-${four}`],
    ['whole year with signs', ({ d, m, y, four }) => `${d}-${m}-19${y}-${four}`],
    ['short day and month', ({ d, m, y, four }) => `${+d}/${+m}-${y}-${four}`],
    ['year first', ({ d, m, y, four }) => `19${y}-${m}-${d}-${four}`],
    ['label and letters around', ({ d, m, y, four }) => `cpr:${d}${m}${y}${four}x`],
    ['full width', ({ d, m, y, four }) => wide(`${d}${m}${y}-${four}`)],
    ['Arabic digits', ({ d, m, y, four }) => arabic(`${d}${m}${y}-${four}`)],
    ['line break', ({ d, m, y, four }) => `${d}${m}${y}\n${four}`],
    ['told in two', ({ d, m, y, four }) => `født ${d}/${m}-19${y}, sidste fire ${four}`],
    ['four first', ({ d, m, y, four }) => `de sidste 4 er ${four}, født ${d}.${m}.${y}`],
    [
      'month in words',
      ({ d, m, y, four }) => `${+d}. ${month(m)} 19${y}, fire sidste cifre: ${four}`,
    ],
    [
      'English',
      ({ d, m, y, four }) => `born ${+d} ${month(m)} 19${y} and the last four are ${four}`,
    ],
    ['spoken digits', (cpr) => said(cpr, SINGLES)],
    ['spoken digits with streg', (cpr) => said(cpr, SINGLES, 'streg ')],
    ['spoken pairs', (cpr) => said(cpr, PAIRS)],
    ['spoken pairs with bindestreg', (cpr) => said(cpr, PAIRS, 'bindestreg ')],
    ['spoken pairs apart', (cpr) => said(cpr, SPLIT_PAIRS)],
    ['spoken English digits', (cpr) => said(cpr, ENGLISH)],
    ['spoken English digits with dash', (cpr) => said(cpr, ENGLISH, 'dash ')],
  ]
  test.each(spellings)('%s', (_, spell) => {
    fc.assert(
      fc.property(cprs, (cpr) => {
        const spelled = spell(cpr)
        const text = masked(`hej ${spelled} tak`)
        expect(text, spelled).toContain('[cpr]')
        expect(text.replace(/sidste (?:4|fire)|fire sidste|last four/, ''), spelled).not.toMatch(
          NUMBER,
        )
      }),
    )
  })
})

test.each([
  'sytten tolv halvfjerds treogtredive enoghalvtreds',
  'sytten tolv nitten halvfjerds streg tre tre fem et',
  'den syttende i tolvte halvfjerds tre tre fem et',
  'den syttende december nittenhundrede og halvfjerds, sidste fire tre tre fem et',
  'seventeenth of december nineteen seventy last four three three five one',
  'seventeen twelve ninety three three five one',
  'one seven one two seven zero double three five one',
  'December 17th, 1970, last 4 digits 3351',
  'cpr 171270 og så 3351',
  '(171270) 3351',
])('"%s" is masked', (spelled) => {
  expect(masked(spelled).replace(/sidste fire|last (?:four|4)/, '')).not.toMatch(NUMBER)
})

test('what is called a CPR number is masked although its date does not exist or a digit is missing', () => {
  expect(masked('mit cpr-nr. er 990299-1234')).toBe('mit cpr-nr. er [cpr]')
  expect(masked('personnummer: 020304-123')).toBe('personnummer: [cpr]')
})

test('of several numbers none is left', () => {
  expect(masked('020304-1234 og 050607-8901')).toBe('[cpr] og [cpr]')
})

test.each([
  'Sag 2025-0012345 er fra 02.02.2025',
  'kvittering 7712345678',
  'kvittering 3102123456',
  'født 2/3-1974',
  'den 2. marts 2014 kl. 1430',
  'tid 02/03/2027 kl. 0915',
  '02.03.2027 14.30',
  '02-03-2027 - 04-03-2027',
  'de sidste fire år, siden 02.03.2020, har jeg betalt 1430 kr.',
  'skal jeg have nyt cpr-kort fra 01.02.2027?',
  '1.012.801.234 indbyggere',
  'vejer 3, 4, 5, 6, 7 og 8 kg',
  'en to tre fire fem seks syv otte ni ti',
  'uge ti elleve tolv og tretten',
])('"%s" stays', (text) => {
  expect(masked(text)).toBe(text)
})

type Cpr = { d: string; m: string; y: string; four: string }
const two = (number: number) => String(number).padStart(2, '0')
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const cprs: fc.Arbitrary<Cpr> = fc
  .record({
    m: fc.integer({ min: 1, max: 12 }),
    y: fc.nat({ max: 99 }),
    four: fc.nat({ max: 9999 }),
  })
  .chain(({ m, y, four }) =>
    fc.integer({ min: 1, max: DAYS[m - 1] ?? 28 }).map((d) => ({
      d: two(d),
      m: two(m),
      y: two(y),
      four: String(four).padStart(4, '0'),
    })),
  )

const SINGLES = 'nul et to tre fire fem seks syv otte ni'.split(' ')
const ENGLISH = 'zero one two three four five six seven eight nine'.split(' ')
const TEENS = 'ti elleve tolv tretten fjorten femten seksten sytten atten nitten'.split(' ')
const TENS = 'tyve tredive fyrre halvtreds tres halvfjerds firs halvfems'.split(' ')
const PAIRS = pairs('og')
const SPLIT_PAIRS = pairs(' og ')
const NUMBER = new RegExp(
  `\\d|(?<!\\p{L})(?:${[...SINGLES, ...TENS, ...ENGLISH].join('|')})(?!\\p{L})`,
  'u',
)

function pairs(and: string): string[] {
  return Array.from({ length: 100 }, (_, number) => {
    const [ten, unit] = [Math.floor(number / 10), number % 10]
    if (ten === 0) return `nul ${SINGLES[unit]}`
    if (ten === 1) return TEENS[unit] ?? ''
    const tens = TENS[ten - 2] ?? ''
    return unit === 0 ? tens : `${unit === 1 ? 'en' : SINGLES[unit]}${and}${tens}`
  })
}

function said({ d, m, y, four }: Cpr, as: readonly string[], sign = ''): string {
  const size = as.length === 100 ? /\d\d/g : /\d/g
  const say = (digits: string) => digits.replace(size, (part) => `${as[Number(part)]} `)
  return (say(d + m + y) + sign + say(four)).trim()
}

function month(m: string): string {
  const names =
    'januar februar marts april maj juni juli august september oktober november december'
  return names.split(' ')[Number(m) - 1] ?? ''
}

function wide(text: string): string {
  return text.replace(/[\d-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

function arabic(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
}
