import { describe, expect, it } from 'vitest'
import { isSafeUrl, parseBlocks, parsePage, plainText, splitLead } from './markdown.ts'

describe('our texts as pages', () => {
  it('have their first sentence apart, then paragraphs and lists', () => {
    const page = parsePage(
      'Du bestiller tid. Det er **nemt**.\n\n1. Udfyld.\n2. Kom.\n\n- Pas\n- Foto\n\nSlut.',
    )
    expect(page.lead).toEqual([{ kind: 'text', text: 'Du bestiller tid.' }])
    expect(
      page.blocks.map((block) =>
        block.kind === 'list' ? `${block.ordered} ${block.items.length}` : block.kind,
      ),
    ).toEqual(['paragraph', 'true 2', 'false 2', 'paragraph'])
  })

  it('take a list right after its paragraph', () => {
    expect(parsePage('Husk det her:\n- Pas\n- Foto').blocks).toMatchObject([
      { kind: 'list', items: [{}, {}] },
    ])
  })

  it.each([
    ['Vi åbner mandag 8. juni kl. 9. Kom bare.', 'Vi åbner mandag 8. juni kl. 9.'],
    [
      'Gå til [borger.dk. Nu](https://www.borger.dk) i dag. Så er det klaret.',
      'Gå til [borger.dk. Nu](https://www.borger.dk) i dag.',
    ],
    ['Kun en sætning', 'Kun en sætning'],
    ['Hvilket kort? Skriv hvilket.', 'Hvilket kort?'],
  ])('end the first sentence of "%s" where it ends', (text, lead) => {
    expect(splitLead(text).lead).toBe(lead)
  })

  it('link only to addresses that are harmless', () => {
    const page = parsePage(
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](https://kk.dk) [d](tel:112)',
    )
    expect(page.lead.filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', label: 'c', url: 'https://kk.dk' },
      { kind: 'link', label: 'd', url: 'tel:112' },
    ])
    expect(
      ['javascript:x', ' https://x', '//x', 'vbscript:x', 'JaVaScRiPt:x'].some(isSafeUrl),
    ).toBe(false)
  })

  it('are one plain line when read aloud', () => {
    expect(plainText('Kom **nu**.\n\n1. Se [kk.dk](https://kk.dk).\n2. Kom.')).toBe(
      'Kom nu. Se kk.dk. Kom.',
    )
  })

  it('are paragraphs, steps and points, and everything else as it was written', () => {
    const blocks = parseBlocks('Hej.\nJa?\n\n1. Søg\n2. Bestil\n\n- foto\n\n<b>3</b> kr. 5. juni')
    const text = (text: string) => [{ kind: 'text', text }]
    expect(blocks).toEqual([
      { kind: 'paragraph', inlines: text('Hej.\nJa?') },
      { kind: 'list', ordered: true, items: [text('Søg'), text('Bestil')] },
      { kind: 'list', ordered: false, items: [text('foto')] },
      { kind: 'paragraph', inlines: text('<b>3</b> kr. 5. juni') },
    ])
  })
})
