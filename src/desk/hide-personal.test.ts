import { expect, it } from 'vitest'
import { createMask } from '#dialogue/receive/mask.ts'
import type { Act } from './frames.ts'
import { hidePersonal } from './hide-personal.ts'

const mask = createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set() })
const hidden = (act: Act) => hidePersonal(act, mask, 'da')
const written = 'cpr 170685-3391, post@kk.dk, ring 20 00 07 77, kort 4111 1111 1111 1111'

it('a message of staff has no CPR and card number, and may have an address and a number of the city', () => {
  expect(hidden({ do: 'say', conversationId: 'c', text: written })).toMatchObject({
    text: 'cpr [cpr], post@kk.dk, ring 20 00 07 77, kort [card]',
  })
})

it('a note has no e-mail address either', () => {
  const text = 'cpr [cpr], [email], ring 20 00 07 77, kort [card]'
  expect(hidden({ do: 'note', conversationId: 'c', text: written })).toMatchObject({ text })
  const outcome = 'tried'
  expect(
    hidden({ do: 'report-callback', conversationId: 'c', outcome, wrapUp: written }),
  ).toMatchObject({ wrapUp: text })
})

it('a reason, which no erasure reaches, has no number at all', () => {
  expect(hidden({ do: 'erase', conversationId: 'c', why: written })).toMatchObject({
    why: 'cpr [cpr], [email], ring [phone], kort [card]',
  })
})

it('signs that nobody sees hide nothing', () => {
  const text = 'cpr 1706\u200b85-33\u200b91'
  expect(hidden({ do: 'note', conversationId: 'c', text })).toMatchObject({ text: 'cpr [cpr]' })
})
