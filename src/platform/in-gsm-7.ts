import { countSegments } from './sms-segments.ts'

/**
 * The text with typographic signs as their plain twins, where that makes it fit GSM-7: one ’ would double the price.
 * Links stay as they are, and so does a text that needs UCS-2 anyway.
 */
export function inGsm7(text: string): string {
  if (countSegments(text).encoding === 'gsm-7') return text
  const plain = text
    .normalize('NFC')
    // The á of "3 stk. á 20 kr." is à as well; in a name it stays what it is.
    .replace(/(?<!\S)á(?!\S)/gu, 'à')
    .replace(/\S+|\s/gu, (part) =>
      part.includes('/') ? part : part.replace(/./gsu, (sign) => twins.get(sign) ?? sign),
    )
  return countSegments(plain).encoding === 'gsm-7' ? plain : text
}

const twins = new Map([
  ...twinsOf("'", '’‘‚‛′´`‹›'),
  ...twinsOf('"', '“”„‟″«»'),
  ...twinsOf('-', '–—‐‑‒―−•·⁃'),
  ...twinsOf(' ', '\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f'),
  ...twinsOf('', '\u00ad\u200b\u200c\u200d\u2060\ufeff'),
  ...twinsOf('...', '…'),
  ...twinsOf('x', '×'),
])

function twinsOf(twin: string, signs: string): (readonly [string, string])[] {
  return [...signs].map((sign) => [sign, twin] as const)
}
