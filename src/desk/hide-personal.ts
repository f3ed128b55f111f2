import type { Language, MaskKind } from '#conversation/events.ts'
import { clean } from '#dialogue/receive/clean.ts'
import type { Mask } from '#dialogue/receive/mask.ts'
import type { Act } from './frames.ts'

/**
 * What staff write, without what must not be stored: they repeat what a citizen said on the phone. In a message they may
 * give addresses and accounts of the city; a reason stands in a register, which erasing does not reach.
 */
export function hidePersonal(act: Act, mask: Mask, language: Language): Act {
  const hide = (text: string, kinds: readonly MaskKind[]) => mask(clean(text), language, kinds).text
  switch (act.do) {
    case 'say':
      return { ...act, text: hide(act.text, NEVER_SAID) }
    case 'note':
      return { ...act, text: hide(act.text, NEVER_NOTED) }
    case 'close':
    case 'report-callback':
      return { ...act, wrapUp: hide(act.wrapUp, NEVER_NOTED) }
    case 'erase':
      return { ...act, why: hide(act.why, NEVER_REGISTERED) }
    case 'claim':
    case 'return':
    case 'show-number':
    case 'choose-presence':
      return act
  }
}

const NEVER_SAID: readonly MaskKind[] = ['cpr', 'card']
const NEVER_NOTED: readonly MaskKind[] = [...NEVER_SAID, 'account', 'email']
const NEVER_REGISTERED: readonly MaskKind[] = [...NEVER_NOTED, 'phone']
