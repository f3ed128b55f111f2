import type { Language, MaskKind } from '#conversation/events.ts'
import { coverage } from './coverage.ts'
import { findPhones } from './mask-phone.ts'
import {
  findOtherThanPhones,
  holdsFewDigits,
  type PersonalSpan,
  untouched,
} from './other-than-phones.ts'
import { originalSpan, plainText } from './plain-text.ts'
import { readNumbers } from './read-numbers.ts'

/** Puts a label where personal data stood; `masked` names each kind once, in the order in which they stood. */
export type Mask = {
  (
    text: string,
    language: Language,
    /** All, unless some are named. */
    kinds?: readonly MaskKind[],
  ): { text: string; masked: MaskKind[] }
  /** Where personal data stands, in order, without overlap. */
  spans(text: string): readonly PersonalSpan[]
  label(kind: MaskKind, language: Language): string
}

/** `publicNumbers`: digits only, as they may be said to anybody ("33663366", "1813"). */
export function createMask({
  label,
  publicNumbers,
}: {
  label(kind: MaskKind, language: Language): string
  publicNumbers: ReadonlySet<string>
}): Mask {
  const labels = KINDS.flatMap((kind) => [label(kind, 'da'), label(kind, 'en')])
  const spansOf = (text: string) => personalSpans(text, labels, publicNumbers)
  const hide = (text: string, language: Language, kinds = KINDS) => {
    const masked = new Set<MaskKind>()
    // What stood next to a number may have kept the next one from being seen: again, until nothing is left.
    for (let rest = text; ; ) {
      const spans = spansOf(rest).filter(({ kind }) => kinds.includes(kind))
      if (spans.length === 0) return { text: rest, masked: [...masked] }
      for (const { kind } of spans) masked.add(kind)
      for (const { start, end, kind } of spans.toReversed())
        rest = rest.slice(0, start) + label(kind, language) + rest.slice(end)
    }
  }
  return Object.assign(hide, { spans: spansOf, label })
}

const KINDS: readonly MaskKind[] = ['cpr', 'email', 'card', 'account', 'phone']

/** In order, without overlap. A label that stands there already is looked at by nobody. */
function personalSpans(
  text: string,
  labels: readonly string[],
  publicNumbers: ReadonlySet<string>,
): PersonalSpan[] {
  const source = plainText(labels.reduce((rest, label) => rest.replaceAll(label, blank), text))
  const { plain } = source
  const joined = readNumbers(plain, 'joined')
  const found = findOtherThanPhones(plain, joined)
  const covered = coverage(found)
  const phones = holdsFewDigits(joined)
    ? []
    : findPhones(plain, untouched(joined, found), publicNumbers)
  for (const phone of phones) {
    if (covered.touches(phone)) continue
    covered.add(phone)
    found.push({ ...phone, kind: 'phone' })
  }
  return found
    .map((span) => ({ ...originalSpan(source, span), kind: span.kind }))
    .toSorted((a, b) => a.start - b.start)
}

const blank = (label: string) => '\u25a1'.repeat(label.length)
