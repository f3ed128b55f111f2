import type { Language, MaskKind } from '#conversation/events.ts'
import type { Mask } from './mask.ts'

/** Texts of one person in the order in which they came, each as it may be stored. */
export type MaskedAcross = { texts: readonly string[]; masked: MaskKind[] }

/**
 * Masks what was told in pieces: "010105" and then "1111". Of phone numbers nothing is looked for: pieces of them are
 * told from other numbers by what stands around them only.
 */
export function maskAcross(mask: Mask, texts: readonly string[], language: Language): MaskedAcross {
  const spans = mask.spans(texts.join(BETWEEN)).filter(({ kind }) => IN_PIECES.includes(kind))
  const masked = [...new Set(spans.map(({ kind }) => kind))]
  let from = 0
  const hidden = texts.map((text) => {
    const start = from
    from += text.length + BETWEEN.length
    // From the last to the first, so that what stands before keeps its place.
    return spans.toReversed().reduce((rest, span) => {
      const [first, last] = [
        Math.max(span.start - start, 0),
        Math.min(span.end - start, text.length),
      ]
      return first < last
        ? rest.slice(0, first) + mask.label(span.kind, language) + rest.slice(last)
        : rest
    }, text)
  })
  return { texts: hidden, masked }
}

const BETWEEN = '\n'
const IN_PIECES: readonly MaskKind[] = ['cpr', 'card', 'account']
