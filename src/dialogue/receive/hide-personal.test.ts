import { expect, it } from 'vitest'
import { hidePersonal, type StaffText } from './hide-personal.ts'
import { createMask } from './mask.ts'

const mask = createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set() })
const kept = (text: string, of: StaffText) => hidePersonal(mask, text, of, 'da')
const written = 'cpr 170685-3391, post@kk.dk, ring 20 00 07 77, kort 4111 1111 1111 1111'

it('a message of staff has no CPR and card number, and may have an address and a number of the city', () => {
  expect(kept(written, 'message')).toBe('cpr [cpr], post@kk.dk, ring 20 00 07 77, kort [card]')
})

it('a note has no e-mail address either', () => {
  expect(kept(written, 'note')).toBe('cpr [cpr], [email], ring 20 00 07 77, kort [card]')
})

it('a reason, which no erasure reaches, has no number at all', () => {
  expect(kept(written, 'reason')).toBe('cpr [cpr], [email], ring [phone], kort [card]')
})

it('signs that nobody sees hide nothing', () => {
  expect(kept('cpr 1706\u200b85-33\u200b91', 'note')).toBe('cpr [cpr]')
})
