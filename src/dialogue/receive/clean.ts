/** The longest text that is kept of one utterance; what is longer is answered with "too long". */
export const MAX_UTTERANCE_CHARACTERS = 2_000

/**
 * A text as people see it: NFC, without control and invisible characters, marks stacked at most two high,
 * white space folded, cut to the longest length plus one (so that "too long" can still be told).
 */
export function clean(raw: string): string {
  return raw
    .slice(0, MAX_UTTERANCE_CHARACTERS * 4)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\r\n\u2028\u2029]+/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
    .slice(0, MAX_UTTERANCE_CHARACTERS + 1)
}

// Controls, format characters (zero width, bidi overrides, tags), private use, unassigned; line feeds stay.
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu
