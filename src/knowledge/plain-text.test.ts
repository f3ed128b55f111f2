import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

describe('web text as plain text', () => {
  it.each([
    ['[Bestil tid](https://www.kk.dk/bestiltid)', 'Bestil tid: https://www.kk.dk/bestiltid'],
    ['Du kan [bestille tid](https://kk.dk/b) nu.', 'Du kan bestille tid (https://kk.dk/b) nu.'],
    ['Se [prisen](https://kk.dk/p).', 'Se prisen (https://kk.dk/p).'],
    ['Søg på [borger.dk](https://www.borger.dk).', 'Søg på https://www.borger.dk.'],
    [
      '- **Pas:** ring\n- [Kort](https://kk.dk)\n\n1. Gå',
      '- Pas: ring\n- Kort: https://kk.dk\n\n1. Gå',
    ],
    ['[a](https://a.dk), [b](https://b.dk)', 'a (https://a.dk), b: https://b.dk'],
  ])('%j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text)
  })
})
