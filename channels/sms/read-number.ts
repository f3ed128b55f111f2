import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number as texts come from it and go to it. */
export type SmsNumber =
  | { state: 'mobile'; e164: string }
  /** It cannot be answered: nobody reads texts there, or answering costs money. */
  | { state: 'unanswerable'; why: 'short-code' | 'landline' | 'service' | 'invalid' }

/** Reads an MSISDN (country code and number, no plus) or an E.164 number. */
export function readNumber(msisdn: string): SmsNumber {
  const digits = msisdn.replace(/^\+/, '')
  if (!/^\d{1,15}$/.test(digits)) return { state: 'unanswerable', why: 'invalid' }
  if (digits.length < 8 || /^45\d{3,6}$/.test(digits)) {
    return { state: 'unanswerable', why: 'short-code' }
  }
  return digits.startsWith('45') ? readDanish(digits) : readForeign(digits)
}

// Denmark moves ranges between operators faster than packages follow: its eight digits are judged by their shape alone.
function readDanish(digits: string): SmsNumber {
  if (!/^45[2-9]\d{7}$/.test(digits)) return { state: 'unanswerable', why: 'invalid' }
  if (/^45(?:70|80|90)/.test(digits)) return { state: 'unanswerable', why: 'service' }
  return { state: 'mobile', e164: `+${digits}` }
}

function readForeign(digits: string): SmsNumber {
  const number = parsePhoneNumberFromString(`+${digits}`)
  if (!number?.isValid()) return { state: 'unanswerable', why: 'invalid' }
  const type = number.getType()
  if (type === 'FIXED_LINE') return { state: 'unanswerable', why: 'landline' }
  const personal = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || type === undefined
  return personal
    ? { state: 'mobile', e164: number.number }
    : { state: 'unanswerable', why: 'service' }
}
