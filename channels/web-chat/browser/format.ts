import type { Language } from './frames.ts'

const timeZone = 'Europe/Copenhagen'
const locales = { da: 'da-DK', en: 'en-GB' } as const

/** "22.01" or "22:01", as it is in Copenhagen. */
export function clockTime(at: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at))
}

/** "Fredag 5. juni" or "Friday 5 June". */
export function dayName(at: string, language: Language): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const
  const name = new Intl.DateTimeFormat(locales[language], parts)
    .format(new Date(at))
    .replace(' den ', ' ')
    .replace(',', '')
    .replace(/ (?=\p{L}+$)/u, '\u00a0')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

export function isSameDay(a: string, b: string): boolean {
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone })
  return day.format(new Date(a)) === day.format(new Date(b))
}

/** "48 21 93 7": written and read in pairs. */
export function inPairs(reference: string): string {
  return reference.replace(/\D/g, '').replace(/(\d\d)(?=\d)/g, '$1 ')
}

/** What a link to a phone number calls; eight digits are a Danish number. */
export function telLink(number: string): string {
  const digits = number.replace(/[^\d+]/g, '')
  return `tel:${/^\d{8}$/.test(digits) ? '+45' : ''}${digits}`
}

/** "kk.dk/bestiltid": an address as people read it. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname } = new URL(url)
  const path = pathname.length > 30 ? '' : pathname.replace(/\/$/, '')
  return host.replace(/^www\./, '') + path
}

/** "2023", or "maj 2026" where the month is known too, as `as_of` of a source is written. */
export function yearOrMonth(asOf: string, language: Language): string {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(asOf) ?? []
  if (year === undefined || month === undefined) return asOf
  const parts = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locales[language], parts).format(
    new Date(Date.UTC(Number(year), Number(month) - 1)),
  )
}

/** Keeps together what belongs together at a line's end: "8. juni", "kl. 9", "891 kr.", "33 66 33 66". */
export function bound(text: string): string {
  return text.replace(
    /(\d\.) (?=\p{Ll})|(\bkl\.) (?=\d)|(\d) (?=kr\b)|(\d\d) (?=\d{1,3}(?!\d))/gu,
    (m) => `${m.slice(0, -1)}\u00a0`,
  )
}
