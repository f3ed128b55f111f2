import type { Say } from './words.ts'

/** What is wrong with a Danish number, at the field; the server decides whether it may be called. */
export function phoneFault(phone: string, say: Say): string | null {
  const bare = phone.replace(/[\s.\-()]/g, '').replace(/^(?:\+|00)45/, '')
  if (bare === '') return say('phone-missing')
  if (/\D/.test(bare)) return say('phone-letters')
  if (bare.length < 8) return say('phone-short', { count: bare.length })
  return bare.length > 8 ? say('phone-long', { count: bare.length }) : null
}
