import { describe, expect, test } from 'vitest'
import { createMask } from './mask.ts'

const mask = createMask({ label: (kind) => `[${kind}]`, publicNumbers: new Set() })
const masked = (text: string) => mask(text, 'da').text

describe('e-mail', () => {
  test.each([
    'bo.lund@example.com',
    'BØRGE+pas@EXAMPLE.CO.UK',
    'bo @ example.com',
    'bo@example',
    'bo@gmail,com',
    'bo(at)example.com',
    'bo [at] example [dot] com',
    'bo snabel-a example punktum dk',
    'bo punktum lund snabela example dot com',
    'bo dot lund at example dot com',
    'bo at gmail dot com',
    'ｂｏ＠ｅｘａｍｐｌｅ．ｃｏｍ',
  ])('"%s" is masked', (address) => {
    expect(masked(`hej ${address} tak`)).toMatch(/^hej \[email\](?: tak)?$/)
  })
  test.each([
    'look at kk.dk',
    'look at borger dot dk',
    'følg os på @koebenhavn',
    'jeg ved at prik er godt',
    '2 kg @ 5 kr.',
    'hvad er en snabel',
  ])('"%s" stays', (text) => {
    expect(masked(text)).toBe(text)
  })
})

describe('payment cards', () => {
  test.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '371449635398431',
    'fire et et et et et et et et et et et et et et et',
  ])('"%s" is masked', (card) => {
    expect(masked(`betalt med ${card} i går`)).toBe('betalt med [card] i går')
  })
  test('a mistyped number that is called a card is masked, and the security code too', () => {
    expect(masked('dankort 4111 1111 1111 1112')).toBe('dankort [card]')
    expect(masked('4111111111111111, cvc 123')).toBe('[card], cvc [card]')
  })
  test.each([
    'EAN-nummer 5798009811578',
    'sagsnr. 4111111111111111',
    'nr. 4111111111111112',
    'cvc 123',
  ])('"%s" stays', (text) => {
    expect(masked(text)).toBe(text)
  })
})

describe('bank accounts', () => {
  test.each([
    ['reg.nr. 1234 konto 5678901', 'reg.nr. [account] konto [account]'],
    ['reg 1234 kontonr.: 0005678901', 'reg [account] kontonr.: [account]'],
    ['kontonummer 0102034567', 'kontonummer [account]'],
    ['konto 1234-5678901', 'konto [account]'],
    ['1234 5678901 er min konto', '[account] er min konto'],
    ['account number 12345678', 'account number [account]'],
    ['DK5000400440116243', '[account]'],
    ['dk50 0040 0440 1162 43 tak', '[account] tak'],
    ['iban GB82 WEST 1234 5698 7654 32.', 'iban [account].'],
  ])('"%s" is masked', (text, after) => {
    expect(masked(text)).toBe(after)
  })
  test.each([
    'min NemKonto fra 2026',
    'kontoen mangler 12.500.000 kr.',
    'kontoen blev lukket 12.06.2026',
    'reg.nr. på min bil er AB 12 345',
    'konto på 3 personer',
    'bank eller konto i 2025-2026',
  ])('"%s" stays', (text) => {
    expect(masked(text)).toBe(text)
  })
})
