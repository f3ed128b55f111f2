import type { Span } from './plain-text.ts'

/** E-mail addresses of a plain text: typed, disguised ("(at)"), with spaces, spoken in Danish and English. */
export function findEmails(plain: string): Span[] {
  // Few texts hold a sign of an address; only those are read for one.
  return [
    ...(plain.includes('@') ? plain.matchAll(TYPED) : []),
    ...(SIGN.test(plain) ? plain.matchAll(SPOKEN_SIGN) : []),
    ...(plain.includes(' at ') ? [...plain.matchAll(ENGLISH_AT)] : []).filter((match) =>
      isAddress(plain, match),
    ),
  ].map(spanOf)
}

const SIGN = /[([{]|snabel|alfakrølle|at-?tegn|at sign/

/** Chains have an end, for otherwise each of a thousand links is tried as the first of all that follow. */
const DOT = String.raw`(?:\s?(?:\.|\(dot\)|\[dot\]|\(punktum\)|\[punktum\])\s?|\s(?:dot|punktum|prik)\s)`
const NAME_SIGN = String.raw`(?:[.+%'-]|\s(?:dot|punktum|prik|underscore|understreg|bindestreg|streg|dash|hyphen|minus)\s)`
const PART = String.raw`[\p{L}\p{M}\p{N}_]+`
const LOCAL = String.raw`(?<![\p{L}\p{M}\p{N}_])${PART}(?:${NAME_SIGN}{1,3}${PART}){0,9}[.+_-]?`
const LABEL = String.raw`[\p{L}\p{M}\p{N}]+(?:(?:-|\s(?:bindestreg|dash|hyphen)\s)[\p{L}\p{M}\p{N}]+){0,9}`
const DOMAIN = String.raw`${LABEL}(?:${DOT}${LABEL}){0,5}?${DOT}\p{L}{2,}`
const DOTTED = String.raw`${LABEL}(?:\.${LABEL}){0,9}\.\p{L}{2,}`
/** Without a dot, as people forget it or write a comma or a space. */
const SHORT_DOMAIN = String.raw`${LABEL}(?:[., ](?:dk|com|net|org|eu|se|no|de|uk)(?!\p{L}))?`

const TYPED = new RegExp(String.raw`(?:${LOCAL}\s?@\s?${DOTTED}|${LOCAL}@${SHORT_DOMAIN})`, 'gu')
const SPOKEN_SIGN = new RegExp(
  String.raw`${LOCAL}\s?(?:\(\s?(?:at|a|snabel-?a|snabel a)\s?\)|\[\s?(?:at|a)\s?\]|\{at\}|\s(?:snabel[- ]?a|snabela|alfakrølle|at-?tegn|at sign)\s)\s?(?:${DOMAIN}|${SHORT_DOMAIN})`,
  'gu',
)
/** "at" is a Danish and an English word of every day: the rest has to look like an address. */
const ENGLISH_AT = new RegExp(String.raw`(${LOCAL}) at (${DOMAIN})(?!\p{L})`, 'gu')

function isAddress(plain: string, match: RegExpExecArray): boolean {
  const [whole, name = '', domain = ''] = match
  const around =
    plain.slice(Math.max(0, match.index - 60), match.index) +
    plain.slice(match.index + whole.length, match.index + whole.length + 30)
  return (
    /[.\d_]|\s(?:dot|punktum|prik|underscore|understreg|streg|dash|hyphen)\s/.test(name) ||
    /^(?:gmail|hotmail|outlook|yahoo|live|icloud|msn|protonmail)(?!\p{L})/u.test(domain) ||
    MAIL_WORD.test(around)
  )
}

const MAIL_WORD =
  /(?<!\p{L})(?:e-?mail|mail|mailen|mailadresse|contact|kontakt|reach|write|skriv|send)(?!\p{L})/u

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}
