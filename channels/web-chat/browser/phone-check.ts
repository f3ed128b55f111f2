import type { Say } from './words.ts'

/** What is wrong with a Danish number, in words, at the field; the server decides whether it may be called. */
export function phoneFault(phone: string, say: Say): string | null {
  // Full-width and other forms of the same digits and signs count as them.
  const typed = phone.normalize('NFKC').replace(/[\s.\-\u2010-\u2015()/]/g, '')
  if (typed === '') return say('phone-missing')
  if (!/^\+?\d+$/.test(typed)) return say('phone-letters')
  if (/^(?:\+|00)(?!45)/.test(typed)) return say('phone-foreign')
  const digits = typed.replace(/^(?:\+|00)45|^45(?=\d{8}$)/, '')
  if (/^1\d{2,5}$/.test(digits)) return say('phone-service')
  if (digits.length < 8) return say('phone-short', { count: digits.length })
  if (digits.length > 8) return say('phone-long', { count: digits.length })
  if (digits.startsWith('90')) return say('phone-premium')
  if (digits.startsWith('80')) return say('phone-free')
  return /^[01]/.test(digits) ? say('phone-unused') : null
}
