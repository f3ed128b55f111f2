/** The languages that are spoken. */
export type Spoken = 'da' | 'en'

/** A whole number below a milliard in words: `fireogtyve`, `twenty-four`, `et tusind to hundrede og halvtreds`. */
export function numberInWords(n: number, language: Spoken): string {
  if (n < 20) return small[language][n] ?? ''
  if (n < 100) return tensInWords(n, language)
  const [unit, one] = unitOf(n, language)
  const rest = n % unit
  const before = (n - rest) / unit
  const count = language === 'da' && before === 1 ? 'et' : numberInWords(before, language)
  const name = before > 1 && unit === 1_000_000 && language === 'da' ? `${one}er` : one
  const and = rest === 0 ? '' : rest < 100 ? (language === 'da' ? ' og ' : ' and ') : ' '
  return `${language === 'da' && unit === 1_000_000 && before === 1 ? 'en' : count} ${name}${and}${
    rest === 0 ? '' : numberInWords(rest, language)
  }`
}

/** `tredje`, `enogtyvende`; `third`, `twenty-first`: a day of a month, 1 to 31. */
export function ordinalInWords(n: number, language: Spoken): string {
  const irregular = ordinals[language][n]
  if (irregular !== undefined) return irregular
  const tens = n - (n % 10)
  if (language === 'en') return `${tensEnglish[tens / 10]}-${ordinalInWords(n % 10, 'en')}`
  return `${numberInWords(n % 10, 'da')}og${ordinals.da[tens]}`
}

/** Digits one by one; Danish says `et` for a single one. */
export function digitsInWords(digits: string, language: Spoken): string {
  return [...digits].map((digit) => digitInWords(Number(digit), language)).join(' ')
}

/** Digits two by two, as phone numbers are said: `treogtredive nul syv`. */
export function pairsInWords(digits: string, language: Spoken): string {
  return (digits.match(/\d{1,2}/g) ?? [])
    .map((pair) =>
      pair.length === 1 || pair.startsWith('0')
        ? digitsInWords(pair, language)
        : numberInWords(Number(pair), language),
    )
    .join(' ')
}

const small: Readonly<Record<Spoken, readonly string[]>> = {
  da: 'nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten'.split(
    ' ',
  ),
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
}
const tensDanish = '- - tyve tredive fyrre halvtreds tres halvfjerds firs halvfems'.split(' ')
const tensEnglish = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const ordinals: Readonly<Record<Spoken, readonly (string | undefined)[]>> = {
  da: [
    ...'- første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tyvende'.split(
      ' ',
    ),
    ...Array.from({ length: 9 }, () => undefined),
    'tredivte',
  ],
  en: [
    ...'- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
      ' ',
    ),
    ...Array.from({ length: 9 }, () => undefined),
    'thirtieth',
  ],
}

function digitInWords(digit: number, language: Spoken): string {
  return language === 'da' && digit === 1 ? 'et' : numberInWords(digit, language)
}

function tensInWords(n: number, language: Spoken): string {
  const ones = n % 10
  const tens = (language === 'da' ? tensDanish : tensEnglish)[(n - ones) / 10] ?? ''
  if (ones === 0) return tens
  return language === 'da'
    ? `${numberInWords(ones, 'da')}og${tens}`
    : `${tens}-${numberInWords(ones, 'en')}`
}

function unitOf(n: number, language: Spoken): readonly [number, string] {
  if (n < 1000) return [100, language === 'da' ? 'hundrede' : 'hundred']
  if (n < 1_000_000) return [1000, language === 'da' ? 'tusind' : 'thousand']
  return [1_000_000, 'million']
}
