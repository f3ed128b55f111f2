import type { PhoneText } from '#channels/sms/demo/handsets.ts'
import type { Weather } from '#channels/sms/demo/weather.ts'
import type { Segments } from '#platform/sms-segments.ts'

/** Everything that the page shows. */
export type PhoneState = {
  /** Country code and number, no plus. */
  msisdn: string
  texts: readonly PhoneText[]
  weather: Weather
  now: string | null
  draft: Segments | null
  fault: 'none' | 'not-sent' | 'lost'
}

/** Numbers that begin with 2000 are examples here: whether they are anybody's does not matter, for nothing leaves this machine. */
export function newNumber(random: () => number): string {
  return `452000${String(Math.floor(random() * 10_000)).padStart(4, '0')}`
}

/** "20 00 01 23" */
export function inPairs(msisdn: string): string {
  return msisdn.slice(2).replace(/(\d\d)(?=\d)/g, '$1 ')
}

/** How many units fit in the segments that a text has now. */
export function roomOf({ encoding, segments }: Segments): number {
  const [alone, inRow] = encoding === 'gsm-7' ? [160, 153] : [70, 67]
  return segments === 1 ? alone : segments * inRow
}
