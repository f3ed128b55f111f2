import type { ConversationEvent, Language, MaskKind } from '#conversation/events.ts'
import type { PersonalStore, PersonalValue } from '#dialogue/ports.ts'
import type { Mask } from './mask.ts'
import { maskAcross } from './mask-across.ts'
import { plainText } from './plain-text.ts'
import { readNumbers } from './read-numbers.ts'

/** A number told in pieces is told in one go: what was said longer ago, or more messages ago, is not part of it. */
const PIECES_WITHIN_MS = 10 * 60_000
const PIECES_BEFORE = 9

/** A new text without personal data; `earlier` are texts that turn out to be the beginning of such data, to be stored anew. */
export type HiddenText = { text: string; masked: MaskKind[]; earlier: readonly PersonalValue[] }

export async function maskWithEarlier(
  { mask, personal }: { mask: Mask; personal: PersonalStore },
  conversationId: string,
  heard: readonly ConversationEvent[],
  { at, text, language }: { at: string; text: string; language: Language },
): Promise<HiddenText> {
  const alone = mask(text, language)
  if (!holdsNumber(text)) return { ...alone, earlier: [] }
  const ids = idsSince(heard, Date.parse(at) - PIECES_WITHIN_MS)
  if (ids.length === 0) return { ...alone, earlier: [] }
  const values = await Promise.all(ids.map((id) => personal.get(conversationId, id, 'text')))
  const said = ids.map((of, i) => ({ of, text: values[i] ?? '' }))
  if (goesOn(mask, said.at(-1)?.text ?? '', text)) {
    const masked = [...new Set<MaskKind>(['cpr', ...alone.masked])]
    return { text: alone.text.replace(FOUR, mask.label('cpr', language)), masked, earlier: [] }
  }
  // A word in between ("vent lige") belongs to nothing; a word in front ("mit cpr er") may say what follows.
  for (const earlier of [said, said.filter((one) => holdsNumber(one.text))]) {
    const across = maskAcross(mask, [...earlier.map((one) => one.text), text], language)
    const changed = earlier.flatMap(({ of, text: before }, i) => {
      const value = across.texts[i] ?? ''
      return value === before ? [] : [{ of, field: 'text', value } as const]
    })
    const rest = mask(across.texts.at(-1) ?? text, language)
    if (changed.length === 0 && rest.text === alone.text) continue
    const masked = [...new Set([...across.masked, ...rest.masked])]
    return { text: rest.text, masked, earlier: changed }
  }
  return { ...alone, earlier: [] }
}

/** "mit cpr er 010105" was masked when it came; four digits and nothing else are the rest of it. */
function goesOn(mask: Mask, before: string, text: string): boolean {
  const labels = [mask.label('cpr', 'da'), mask.label('cpr', 'en')]
  return labels.some((label) => before.endsWith(label)) && ONLY_FOUR.test(text)
}

const FOUR = /\d{4}/
const ONLY_FOUR = /^(?:(?:og|så|and|then)\s)*\D?\d{4}\D?$/

function holdsNumber(text: string): boolean {
  return readNumbers(plainText(text).plain, 'joined').length > 0
}

/** What the citizen said lately, oldest first. */
function idsSince(events: readonly ConversationEvent[], fromMs: number): readonly string[] {
  return events
    .flatMap((event) =>
      event.type === 'utterance-received' && Date.parse(event.at) >= fromMs
        ? [event.utterance.id]
        : [],
    )
    .slice(-PIECES_BEFORE)
}
