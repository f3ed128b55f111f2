import {
  digitsInWords,
  numberInWords,
  ordinalInWords,
  pairsInWords,
  type Spoken,
} from './number-words.ts'

/**
 * A text as a voice says it: phone numbers in pairs, times, dates, years and amounts in words, abbreviations written
 * out, `CPR` letter by letter. What is already words stays as it is.
 */
export function spokenForm(text: string, language: Spoken): string {
  return rules[language].reduce((said, rule) => rule(said), text.normalize('NFC'))
}

type Rule = (text: string) => string

const replacing =
  (pattern: RegExp, by: (...groups: string[]) => string): Rule =>
  (text) =>
    text.replace(pattern, (_, ...groups) => by(...groups.map((group) => String(group ?? ''))))

const replacingWhole =
  (pattern: RegExp, by: (found: string) => string): Rule =>
  (text) =>
    text.replace(pattern, (found) => by(found))

const number = (digits: string, language: Spoken) => numberInWords(Number(digits), language)
const onlyDigits = (text: string) => text.replace(/\D/g, '')

/** `9.30` is said `ni tredive`, `9.05` `ni nul fem`, `9` `ni`. */
const time = (hour: string, minute: string, language: Spoken) =>
  [number(hour, language), minute === '' ? '' : pairsInWords(minute, language)].join(' ').trim()

// Known by their digits, not as numbers or pairs.
const SHORT_NUMBERS = /(?<![\d.,])(?:116 ?1\d\d|11[0-9])(?![\d.,]\d|\d)/g
const PHONE = /(?<![\d.,])(?:\d\d ?){3}\d\d(?!\d)|(?<!\d)\d\d \d{3} \d{3}(?!\d)/g
const REFERENCE = /(?<!\d)\d\d \d\d \d\d \d(?!\d)/g
const CAPITALS = /(?<![\p{L}])(CPR|CVR|EU|EØS|SU|KKFO|IBAN|NKR)(?![\p{L}])/gu

const common = (language: Spoken): readonly Rule[] => [
  replacingWhole(PHONE, (found) => pairsInWords(onlyDigits(found), language)),
  replacingWhole(REFERENCE, (found) => pairsInWords(onlyDigits(found), language)),
  replacingWhole(SHORT_NUMBERS, (found) => digitsInWords(onlyDigits(found), language)),
]

const MONTHS_DA =
  'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const MONTHS_EN =
  'January|February|March|April|May|June|July|August|September|October|November|December'

const danish: readonly Rule[] = [
  ...common('da'),
  replacing(/(?<![\d.,])(\d{1,3}(?:\.\d{3})+)(?![\d])/g, (amount) => onlyDigits(amount)),
  replacing(/\bkl\. ?(?=\d)/g, () => 'klokken '),
  replacing(
    /(?<=klokken )(\d{1,2})(?:[.:](\d\d))?(?: ?[-–] ?(\d{1,2})(?:[.:](\d\d))?)?(?![\d.,]\d|\d)/g,
    (hour, minute, toHour, toMinute) =>
      toHour === ''
        ? time(hour, minute, 'da')
        : `${time(hour, minute, 'da')} til ${time(toHour, toMinute, 'da')}`,
  ),
  replacing(/(\d+)(?= (?:kroner|kr\.))/g, (amount) => number(amount, 'da')),
  replacing(new RegExp(`\\b(\\d{1,2})\\. (?=${MONTHS_DA})`, 'g'), (day) =>
    Number(day) >= 1 && Number(day) <= 31 ? `${ordinalInWords(Number(day), 'da')} ` : `${day}. `,
  ),
  replacing(/(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d.,]\d|\d)/g, (year) => yearInWords(year, 'da')),
  replacing(/(\d) ?[-–] ?(?=\d)/g, (before) => `${before} til `),
  replacing(/(\d+),(\d+)/g, (whole, part) => `${number(whole, 'da')} komma ${digits(part, 'da')}`),
  replacing(/(\d+)/g, (digits) => number(digits, 'da')),
  replacing(/ ?%/g, () => ' procent'),
  replacing(/@/g, () => ' snabel-a '),
  abbreviations({
    'kr.': 'kroner',
    'nr.': 'nummer',
    'tlf.': 'telefon',
    'ca.': 'cirka',
    'f.eks.': 'for eksempel',
    fx: 'for eksempel',
    'bl.a.': 'blandt andet',
    'evt.': 'eventuelt',
    'inkl.': 'inklusive',
  }),
  replacing(CAPITALS, (letters) => [...letters].join(' ')),
]

const english: readonly Rule[] = [
  ...common('en'),
  replacing(/(?<![\d.,])(\d{1,3}(?:,\d{3})+)(?![\d])/g, (amount) => onlyDigits(amount)),
  replacing(/DKK (\d+)/g, (amount) => `${number(amount, 'en')} kroner`),
  replacing(
    /(\d{1,2})(?:[.:](\d\d))? ?(am|pm)\b/g,
    (hour, minute, half) => `${time(hour, minute, 'en')} ${half === 'am' ? 'a m' : 'p m'}`,
  ),
  replacing(/(\d+)(?= kroner)/g, (amount) => number(amount, 'en')),
  replacing(new RegExp(`\\b(\\d{1,2}) (?=${MONTHS_EN})`, 'g'), (day) =>
    Number(day) >= 1 && Number(day) <= 31
      ? `the ${ordinalInWords(Number(day), 'en')} of `
      : `${day} `,
  ),
  replacing(/(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d.,]\d|\d)/g, (year) => yearInWords(year, 'en')),
  replacing(/(\d) ?[-–] ?(?=\d)/g, (before) => `${before} to `),
  replacing(/(\d+)\.(\d+)/g, (whole, part) => `${number(whole, 'en')} point ${digits(part, 'en')}`),
  replacing(/(\d+)/g, (digits) => number(digits, 'en')),
  replacing(/ ?%/g, () => ' percent'),
  replacing(/@/g, () => ' at '),
  abbreviations({ 'no.': 'number', 'e.g.': 'for example', 'i.e.': 'that is' }),
  replacing(CAPITALS, (letters) => [...letters].join(' ')),
]

const rules: Readonly<Record<Spoken, readonly Rule[]>> = { da: danish, en: english }

function digits(text: string, language: Spoken): string {
  return digitsInWords(text, language)
}

/** `nitten nioghalvfems`, `tyve treogtyve`, `to tusind og ni`. */
function yearInWords(year: string, language: Spoken): string {
  if (year.startsWith('200')) return numberInWords(Number(year), language)
  if (!year.endsWith('00')) return pairsInWords(year, language)
  const hundred = language === 'da' ? 'hundrede' : 'hundred'
  return `${numberInWords(Number(year.slice(0, 2)), language)} ${hundred}`
}

function abbreviations(words: Readonly<Record<string, string>>): Rule {
  return (text) =>
    Object.entries(words).reduce(
      (said, [short, long]) =>
        said.replace(
          new RegExp(`(?<![\\p{L}])${short.replaceAll('.', '\\.')}(?![\\p{L}])`, 'gu'),
          long,
        ),
      text,
    )
}
