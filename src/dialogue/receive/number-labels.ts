import type { Span } from './plain-text.ts'

/** What stands in front of a number says what it is: "sagsnummer", "cpr-nr. er", "tlf.:". */
export type NumberLabel =
  | 'cpr'
  | 'account'
  | 'registration'
  | 'phone'
  | 'card'
  | 'business'
  | 'none'

/** The label directly before a number of a plain text. */
export function labelBefore(plain: string, { start }: Span): NumberLabel {
  const before = plain.slice(Math.max(0, start - 60), start)
  // Most numbers stand behind a number: no label ends with one.
  if (/\d[\s.:;,=#"'(+-]*$/.test(before.slice(-8))) return 'none'
  return LABELS.find(([, words]) => words.test(before))?.[0] ?? 'none'
}

/** What belongs to an organisation or a purchase and is never called by a person's number. */
export function isCalledThing(plain: string, { start }: Span): 'registered' | 'numbered' | 'no' {
  // 57 90 00 01 23 45 6: what stands before the first group holds for all of them.
  const before = plain.slice(Math.max(0, start - 60), start).replace(/\d(?: ?\d){0,4} ?$/, '')
  if (REGISTERED.test(before)) return 'registered'
  return NUMBERED.test(before) ? 'numbered' : 'no'
}

/** Crowns or another unit directly before or after: an amount. */
export function isAmount(plain: string, { start, end }: Span): boolean {
  return (
    /^(?:,\d|,-|\s?(?:kr\b|kroner|dkk|eur\b|euro|usd|dollars?|€|\$|£|%|mio|mia|m2|kvm|kwh))/.test(
      plain.slice(end),
    ) || /(?:\bkr\.?|\bdkk|\beur|€|\$|£)\s?$/.test(plain.slice(Math.max(0, start - 5), start))
  )
}

/** "2100 København Ø": the last four digits are followed by a place. */
export function isPostcode(plain: string, { end }: Span): boolean {
  return /^ (?:københavn|kbh|kobenhavn|frederiksberg|valby|vanløse|brønshøj|hellerup|nordhavn|kastrup|hvidovre|gentofte|rødovre|\p{L}{4,} (?:k|v|n|s|ø|nv|sv|c)(?!\p{L}))/u.test(
    plain.slice(end, end + 40),
  )
}

const NUMBER = '[-. ]{0,2}(?:nummeret|numre|nummer|numeret|nr|no|number|id|#)?'
const LINK = String.raw`(?:\s|[.:;,=#"'(+]|(?<!\p{L})(?:er|is|are|hedder|lyder|was|var|på|on)(?!\p{L}))*(?:dk[\s-]?)?$`
const LABELS: [NumberLabel, RegExp][] = [
  ['cpr', label('cpr|c\\.p\\.r|personn?|cprn?|civil registration|social security|ssn|fødsels')],
  ['registration', label('reg|registrerings|sort code|sort')],
  [
    'account',
    label('konto|kontoen|bankkonto|lønkonto|nemkonto|bank account|account|acct|iban', 'kt'),
  ],
  ['card', label('kort|kortet|dankort|visa|mastercard|kreditkort|betalingskort|card|credit card')],
  [
    'phone',
    label(
      'tlf|telefon|telefonen|mobil|mobilen|mob|phone|telephone|cell|mobile|sms|(?:ring|ringe|ringer|ringes)(?: til| mig| os)?|opkald|call(?: me| us)?|kald|kontakt|whatsapp|træffes|fanges',
    ),
  ],
  [
    'business',
    label(
      'sag|sags|sagen|journal|kvittering|kvitterings|ordre|faktura|reference|ref|referencen|ansøgning|ansøgnings|ansøgningen|application|case|receipt|invoice|order|booking|cvr|ean|gln|matrikel|bfe|kunde|medlems|lejemåls?|stel|billet|afgift|afgifts|journaliserings|id|dok|dokument|opgave|løbe|pakke|track(?:ing)?',
    ),
  ],
]

const REGISTERED = label('p|cvr|se|ean|gln|isbn|imei|produktionsenheds?|moms')
const NUMBERED = label(
  'ordre|bestillings?|faktura|regnings?|rykker|bilags?|kvittering|kvitterings|rekvisitions?|police|pakke|tracking|booking|billet|vare|serie|løbe|stregkode|rejsekort|dokument|order|invoice|receipt|parcel|serial|barcode|policy',
)

function label(words: string, also = words): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words}|${also})${NUMBER}${LINK}`, 'u')
}
