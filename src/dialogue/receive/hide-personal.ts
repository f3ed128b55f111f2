import type { Language, MaskKind } from '#conversation/events.ts'
import { clean } from './clean.ts'
import type { Mask } from './mask.ts'

/** What staff write: a message to the citizen, a note for colleagues, or the reason of an erasure. */
export type StaffText = 'message' | 'note' | 'reason'

/**
 * A text of staff without what must not be stored: they repeat what a citizen said on the phone. In a message they may
 * give addresses and accounts of the city; a reason stands in a register, which erasing does not reach.
 */
export function hidePersonal(mask: Mask, text: string, of: StaffText, language: Language): string {
  return mask(clean(text), language, hidden[of]).text
}

const inMessages: readonly MaskKind[] = ['cpr', 'card']
const inNotes: readonly MaskKind[] = [...inMessages, 'account', 'email']
const hidden: Readonly<Record<StaffText, readonly MaskKind[]>> = {
  message: inMessages,
  note: inNotes,
  reason: [...inNotes, 'phone'],
}
