/** Texts that no citizen writes, and what their first answer has to be. */
export const hostileTexts: readonly [string, string, 'received' | 'refused'][] = [
  ['nothing', '', 'refused'],
  ['white space', ' \n\t\u00a0\u2003 ', 'refused'],
  ['invisible signs alone', '\u200b\u200d\u2060\ufeff\u{e0041}', 'refused'],
  ['control characters', 'hvad koster\u0000 et\u0007 pas\u001b[31m', 'received'],
  ['half a surrogate pair', 'pas \ud83d pas', 'received'],
  ['zalgo', `p${'\u0335\u0322\u0337'.repeat(40)}as`, 'received'],
  ['text that runs backwards', '\u202esap tyn te\u202c', 'received'],
  ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script>', 'received'],
  [
    'a link to a script',
    '[klik](javascript:alert(1)) ![x](https://evil.example/a.png)',
    'received',
  ],
  ['a template', '{{constructor.constructor("return process")()}} #{7*7} <%= 1 %>', 'received'],
  ['SQL', "'; DROP TABLE events; --", 'received'],
  ['a path', '../../../../etc/passwd', 'received'],
  ['the prototype', '{"__proto__":{"role":"lead"}}', 'received'],
  ['ten thousand letters', 'pas '.repeat(2_500), 'received'],
  ['numbers without end', '1 '.repeat(1_000), 'received'],
  ['letters and hyphens without end', 'a-'.repeat(1_000), 'received'],
  ['brackets without end', '('.repeat(2_000), 'received'],
  [
    'every plane of Unicode',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u4f60\u597d \u0645',
    'received',
  ],
]
