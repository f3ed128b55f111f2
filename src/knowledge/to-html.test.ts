import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHtml } from './to-html.ts'

describe('web text as HTML', () => {
  it('has paragraphs, lists, links and bold', () => {
    expect(
      toHtml(
        'Du **skal** [bestille](https://www.kk.dk/bestiltid?a=1&b=2).\n\n1. Gå\n2. Stå\n\n- x',
      ),
    ).toBe(
      '<p>Du <strong>skal</strong> <a href="https://www.kk.dk/bestiltid?a=1&amp;b=2" rel="noopener" target="_blank">bestille</a>.</p>\n' +
        '<ol>\n<li>Gå</li>\n<li>Stå</li>\n</ol>\n<ul>\n<li>x</li>\n</ul>\n',
    )
  })

  it.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n'],
    ['[x](javascript:alert)', '<p>[x](javascript:alert)</p>\n'],
    ['[x](http://kk.dk)', '<p>[x](http://kk.dk)</p>\n'],
    ['# h', '<p># h</p>\n'],
    ['*em*', '<p>em</p>\n'],
    ['https://kk.dk', '<p>https://kk.dk</p>\n'],
  ])('shows everything else as text: %s', (markdown, html) => {
    expect(toHtml(markdown)).toBe(html)
  })

  it('has no other tags, whatever the text', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '[',
      ']',
      '(',
      ')',
      '*',
      '**',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '`',
      '!',
      '#',
      'https://a.dk',
      'javascript:',
      '<img src=x onerror=alert(1)>',
      'a',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
        const rest = toHtml(parts.join('')).replace(
          /<\/?(p|ul|li|strong)>|<ol( start="\d+")?>|<\/ol>|<a href="https:\/\/[^"<>]*" rel="noopener" target="_blank">|<\/a>/g,
          '',
        )
        expect(rest).not.toMatch(/[<>]/)
      }),
    )
  })
})
