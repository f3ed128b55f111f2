import type { Language, MaskKind } from '#conversation/events.ts'
import { findAccounts } from './mask-account.ts'
import { findCards } from './mask-card.ts'
import { findCpr } from './mask-cpr.ts'
import { findEmails } from './mask-email.ts'
import { findPhones } from './mask-phone.ts'
import { originalSpan, plainText, type Span } from './plain-text.ts'
import { readNumbers } from './read-numbers.ts'

/** Puts a label where personal data stood; `masked` names each kind once, in the order in which they stood. */
export type Mask = (text: string, language: Language) => { text: string; masked: MaskKind[] }

/** `publicNumbers`: digits only, as they may be said to anybody ("33663366", "1813"). */
export function createMask({
  label,
  publicNumbers,
}: {
  label(kind: MaskKind, language: Language): string
  publicNumbers: ReadonlySet<string>
}): Mask {
  const kinds: MaskKind[] = ['cpr', 'email', 'card', 'account', 'phone']
  const labels = kinds.flatMap((kind) => [label(kind, 'da'), label(kind, 'en')])
  return (text, language) => {
    const spans = personalSpans(text, labels, publicNumbers)
    let masked = text
    for (const { start, end, kind } of spans.toReversed())
      masked = masked.slice(0, start) + label(kind, language) + masked.slice(end)
    return { text: masked, masked: [...new Set(spans.map(({ kind }) => kind))] }
  }
}

type PersonalSpan = Span & { kind: MaskKind }

/** In order, without overlap. A label that stands there already is looked at by nobody. */
function personalSpans(
  text: string,
  labels: readonly string[],
  publicNumbers: ReadonlySet<string>,
): PersonalSpan[] {
  const source = plainText(labels.reduce((rest, label) => rest.replaceAll(label, blank), text))
  const { plain } = source
  const found: PersonalSpan[] = []
  const take = (kind: MaskKind, spans: readonly Span[]) => {
    for (const span of spans)
      if (!found.some((other) => overlaps(other, span))) found.push({ ...span, kind })
  }
  const all = readNumbers(plain)
  const left = () => all.filter((token) => !found.some((span) => overlaps(span, token)))
  take('email', findEmails(plain))
  take('account', findAccounts(plain, left()))
  take('card', findCards(plain, left()))
  take('cpr', findCpr(plain, left()))
  take('phone', findPhones(plain, left(), publicNumbers))
  return found
    .map((span) => ({ ...originalSpan(source, span), kind: span.kind }))
    .toSorted((a, b) => a.start - b.start)
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

const blank = (label: string) => '\u25a1'.repeat(label.length)
