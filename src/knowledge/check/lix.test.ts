import { describe, expect, it } from 'vitest'
import { lix } from './lix.ts'
import { sentencesOf } from './sentences.ts'

const none = new Set<string>()

describe('readability', () => {
  it('is words a sentence plus the percentage of long words', () => {
    expect(lix('Du skal bestille tid. Det er let nok.', none)).toBe(4 + 100 / 8)
  })

  it('leaves out proper names, links and numbers', () => {
    const text =
      'Du bestiller tid i Borgerservice på [kk.dk](https://www.kk.dk/bestiltid) inden 14 dage.'
    expect(lix(text, none)).toBe(7 + 100 / 7)
    expect(lix('Borgerservice har åbent i dag og her.', new Set(['Borgerservice']))).toBe(6)
  })

  it('is not measured on a label', () => {
    expect(lix('[kortnummer fjernet]', none)).toBe(0)
  })
})

describe('sentences', () => {
  it.each([
    ['Et pas: 891 kr. (2023). Ring.', ['Et pas:', '891 kr (2023).', 'Ring.']],
    ['Kom kl. 9. Vi venter.', ['Kom kl 9.', 'Vi venter.']],
    ['- Gå ind\n- Vent', ['Gå ind', 'Vent']],
    ['1. Gå ind.\n2. Vent.', ['Gå ind.', 'Vent.']],
    ['Se kk.dk/borger/pas. Ring så.', ['Se  .', 'Ring så.']],
    ['Mandag den 8. juni er fri.', ['Mandag den 8 juni er fri.']],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })
})
