import { z } from 'zod'
import { ClientFrame } from '#channels/web-chat/browser/frames.ts'
import { phoneFault } from '#channels/web-chat/browser/phone-check.ts'
import type { State } from '#channels/web-chat/browser/state.ts'
import type { Say } from '#channels/web-chat/browser/words.ts'
import type { Incoming } from '#dialogue/dialogue.ts'
import { MAX_UTTERANCE_CHARACTERS } from '#dialogue/receive/clean.ts'
import { hashToken } from '#platform/ids.ts'
import type { Fault, Filled } from './view.ts'

const MAX_LABEL = 300

const asText = z
  .string()
  .default('')
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
/** Every form has it: a token against forgery, bound to the cookie; checked before the form is read. */
const formToken = z
  .string()
  .optional()
  .describe('The hidden field of the page: a token against forgery.')
const every = {
  _csrf: formToken,
  id: z.uuid(),
  seen: z.coerce.number().int().min(0).default(0),
}

/** What the forms of the page say: typed, pressed, or when and where to call. */
export const SayForm = z.discriminatedUnion('via', [
  z.object({ ...every, via: z.literal('typed'), text: asText }),
  z.object({ ...every, via: z.literal('chosen'), text: asText, choice: z.string() }),
  z.object({
    ...every,
    via: z.literal('form'),
    phone: z.string().max(60).default(''),
    slot: z.string().nullable().default(null),
  }),
])
export type SayForm = z.infer<typeof SayForm>

/** The buttons that need nothing but themselves. */
export const PressForm = z.object({ _csrf: formToken })
/** Begins anew, with what stood in the field. */
export const AnewForm = PressForm.extend({ text: z.string().optional() })
/** Whether a reply helped. */
export const HelpedForm = PressForm.extend({
  of: z.string().min(1).max(100),
  helped: z.enum(['yes', 'no']),
  comment: asText,
})

/** What helps nobody when it is recorded is sent back to its field; the rest goes to the engine. */
export type ReadSay =
  | { ok: true; messageId: string; text: string; said: Incoming['said'] }
  | { ok: false; faults: readonly Fault[] }

export function readSay(form: SayForm, state: State, say: Say): ReadSay {
  switch (form.via) {
    case 'typed': {
      const { text } = form
      const tooMany = text.length - MAX_UTTERANCE_CHARACTERS
      if (text === '') return faulty('say', say('empty'))
      if (tooMany > 0) return faulty('say', say('too-long', { count: tooMany }))
      return checked(form, text, { via: 'typed' }, say)
    }
    case 'chosen': {
      const { choice, text } = form
      if (text.length > MAX_LABEL) return faulty('page', say('form-broken'))
      return checked(form, text, { via: 'chosen', choice }, say)
    }
    case 'form': {
      const phone = phoneFault(form.phone, say)
      const chosen = slotsOffered(state).find(({ slot }) => `${slot.from}/${slot.to}` === form.slot)
      const faults: Fault[] = []
      if (phone !== null) faults.push({ at: 'phone', text: phone })
      if (chosen === undefined) faults.push({ at: 'slot', text: say('slot-missing') })
      if (chosen === undefined || faults.length > 0) return { ok: false, faults }
      const text = say('form-said', { slot: chosen.label.toLowerCase() })
      return checked(form, text, { via: 'form', slot: chosen.slot, phone: form.phone.trim() }, say)
    }
  }
}

/** What goes back into the fields. */
export function filledFrom(body: unknown): Filled {
  const text = textIn(body, 'text')
  const isTyped = textIn(body, 'via') !== 'chosen'
  const slot = textIn(body, 'slot')
  const id = textIn(body, 'id')
  return {
    // The same again has the same id: what was recorded after all is not recorded twice.
    id: isTyped && z.uuid().safeParse(id).success ? id : null,
    text: isTyped ? text : '',
    phone: textIn(body, 'phone'),
    slot: slot === '' ? null : slot,
    comment: textIn(body, 'comment'),
  }
}

function textIn(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

function checked(form: SayForm, text: string, said: unknown, say: Say): ReadSay {
  const read = ClientFrame.safeParse({ type: 'say', id: form.id, text, said })
  if (!read.success || read.data.type !== 'say') return faulty('page', say('form-broken'))
  // The browser's way back shows a form again: with other words in it, it is another message.
  const messageId = hashToken(JSON.stringify([form.id, text, read.data.said]))
  return { ok: true, messageId, text, said: read.data.said }
}

function faulty(at: Fault['at'], text: string): ReadSay {
  return { ok: false, faults: [{ at, text }] }
}

/** Of every form in the conversation: one that was sent twice is still understood. */
function slotsOffered({ lines }: State) {
  return lines.flatMap((line) =>
    line.by === 'bot' && line.card?.kind === 'callback-form' ? line.card.slots : [],
  )
}
