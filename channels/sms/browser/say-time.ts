/** "22.14" in Danish, "22:14" in English, as clocks in Copenhagen show it. */
export function sayTime(instant: string, language: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hour12: false } as const
  return format(instant, language, options)
}

/** "Fredag 5. juni" or "Friday 5 June". */
export function sayDay(instant: string, language: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const day = format(instant, language, options).replace(' den ', ' ').replace(',', '')
  return day.charAt(0).toUpperCase() + day.slice(1)
}

function format(instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : 'da-DK'
  const zone = { timeZone: 'Europe/Copenhagen' }
  return new Intl.DateTimeFormat(locale, { ...options, ...zone }).format(new Date(instant))
}
