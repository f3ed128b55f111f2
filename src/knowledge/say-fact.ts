import type { Language } from '#conversation/events.ts'
import { figureWords } from './figure-words.ts'
import type { Fact, Rendering } from './knowledge-base.ts'

/** After how many years the year is said with a figure, so that an old one is never stated as present. */
export const SHOWN_AFTER_YEARS: Readonly<Record<Fact['changes'], number>> = {
  yearly: 0,
  'any-time': 1,
  rarely: 3,
  never: Number.POSITIVE_INFINITY,
  crisis: Number.POSITIVE_INFINITY,
}

/** `891 kr. (2023)`, `DKK 891 (2023)`, spoken `891 kroner, oplyst i 2023`; without the year if it is not `told`. */
export function sayFact(
  fact: Fact,
  language: Language,
  rendering: Rendering,
  told: number | undefined,
): string {
  const shown = withUnit(fact, language, rendering)
  if (told === undefined) return shown
  const pattern = figureWords[language][rendering === 'spoken' ? 'of-year-spoken' : 'of-year']
  return pattern.replace('{year}', String(told)).replace('{value}', () => shown)
}

/** The year that is said with a figure, once it is old. `year` is the present one. */
export function yearToTell({ asOfYear, changes }: Fact, year: number): number | undefined {
  if (asOfYear === undefined || year - asOfYear <= SHOWN_AFTER_YEARS[changes]) return undefined
  return asOfYear
}

function withUnit({ value, unit }: Fact, language: Language, rendering: Rendering): string {
  if (unit === null) return typeof value === 'object' ? value[language] : String(value)
  const shown = typeof value === 'object' ? value[language] : amount(value, language, rendering)
  if (unit !== 'kr') return `${shown} ${unit[language]}`
  const pattern = figureWords[language][rendering === 'spoken' ? 'kroner-spoken' : 'kroner']
  return pattern.replace('{value}', () => shown)
}

// A voice reads digits without separators best; its normaliser puts them into words.
function amount(value: string | number, language: Language, rendering: Rendering): string {
  if (typeof value === 'string') return value
  return (rendering === 'spoken' ? SPOKEN : WRITTEN)[language].format(value)
}

const WRITTEN = formatters({ useGrouping: true })
const SPOKEN = formatters({ useGrouping: false })

function formatters(
  options: Intl.NumberFormatOptions,
): Readonly<Record<Language, Intl.NumberFormat>> {
  const of = (locale: string) =>
    new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 2 })
  return { da: of('da-DK'), en: of('en-GB') }
}
