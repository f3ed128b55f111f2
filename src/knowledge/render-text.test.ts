import { describe, expect, it } from 'vitest'
import type { Fact } from './knowledge-base.ts'
import { type RenderWith, renderText } from './render-text.ts'

const fact = (part: Partial<Fact>): Fact => ({
  label: 'x',
  name: { da: 'x', en: 'x' },
  value: 891,
  unit: 'kr',
  changes: 'yearly',
  asOfYear: 2023,
  source: null,
  confidence: 'made up',
  ...part,
})
const facts = new Map([
  ['pas.price', fact({})],
  ['pas.dear', fact({ value: 1250, asOfYear: 2026 })],
  ['pas.weeks', fact({ value: 2, unit: { da: 'uger', en: 'weeks' }, changes: 'rarely' })],
  ['pas.share', fact({ value: 2.5, unit: { da: '%', en: '%' }, changes: 'never' })],
  [
    'pas.hours',
    fact({ value: { da: 'kl. 10-13', en: '10 am to 1 pm' }, unit: null, changes: 'any-time' }),
  ],
  ['pas.undated', fact({ asOfYear: undefined })],
  ['krise.alarm', fact({ value: 112, unit: null, changes: 'crisis', asOfYear: 2009 })],
])
const render = (text: string, part: Partial<RenderWith> = {}) =>
  renderText(text, { facts, language: 'da', rendering: 'web', year: 2026, ...part })

describe('a fact in a text', () => {
  it.each([
    ['web', 'da', 'Pris: 891 kr. (2023).'],
    ['sms', 'da', 'Pris: 891 kr. (2023).'],
    ['spoken', 'da', 'Pris: 891 kroner, oplyst i 2023.'],
    ['web', 'en', 'Pris: DKK 891 (2023).'],
    ['spoken', 'en', 'Pris: 891 kroner, as of 2023.'],
  ] as const)('says its year once it is old: %s %s', (rendering, language, says) => {
    expect(render('Pris: {{fact:pas.price}}.', { rendering, language })).toBe(says)
  })

  it('says no year while it is fresh, and leaves one full stop', () => {
    expect(render('Pris: {{fact:pas.price}}.', { year: 2023 })).toBe('Pris: 891 kr.')
    expect(render('Det er {{fact:pas.weeks}}.', { year: 2026 })).toBe('Det er 2 uger.')
    expect(render('Det er {{fact:pas.weeks}}.', { year: 2027 })).toBe('Det er 2 uger (2023).')
    expect(render('Det er {{fact:pas.hours}}.', { year: 2024 })).toBe('Det er kl. 10-13.')
  })

  it('says one year for several figures of a sentence to the ear, and each one to the eye', () => {
    const text =
      'En: {{fact:pas.price}}, to: {{fact:pas.price}}, ny: {{fact:pas.dear}}. Tre: {{fact:pas.price}}.'
    expect(render(text, { rendering: 'spoken' })).toBe(
      'En: 891 kroner, to: 891 kroner, oplyst i 2023, ny: 1250 kroner. Tre: 891 kroner, oplyst i 2023.',
    )
    expect(render(text)).toContain('En: 891 kr. (2023), to: 891 kr. (2023)')
  })

  it('never says a year with a crisis line, with history, or when none is known', () => {
    expect(
      render('{{fact:krise.alarm}} {{fact:pas.share}} {{fact:pas.undated}}', { year: 2040 }),
    ).toBe('112 2,5 % 891 kr.')
  })

  it('is written as the language writes numbers', () => {
    expect(render('{{fact:pas.dear}}')).toBe('1.250 kr.')
    expect(render('{{fact:pas.dear}}', { language: 'en' })).toBe('DKK 1,250')
    expect(render('{{fact:pas.dear}}', { rendering: 'spoken' })).toBe('1250 kroner')
    expect(render('{{fact:pas.hours}}', { language: 'en', year: 2024 })).toBe('10 am to 1 pm')
  })
})

describe('a slot in a text', () => {
  it('is filled', () => {
    expect(render('{{open-now}}. Ring.', { slots: { 'open-now': 'Åbner mandag kl. 9' } })).toBe(
      'Åbner mandag kl. 9. Ring.',
    )
  })

  it('or a fact that nobody gave is an error that names it', () => {
    expect(() => render('{{name}}')).toThrow('slot name')
    expect(() => render('{{fact:pas.none}}')).toThrow('fact pas.none')
  })
})
