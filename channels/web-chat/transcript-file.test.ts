import { expect, it } from 'vitest'
import type { CitizenLine } from './browser/frames.ts'
import { words } from './server-words.ts'
import { transcriptFile } from './transcript-file.ts'

const say = (key: string, slots: Readonly<Record<string, string | number>> = {}) =>
  (words.widget[key]?.da ?? key).replace(/\{(\w+)\}/g, (_, name) => String(slots[name] ?? ''))

it('a conversation as a file says who said what when, with lists and addresses written out', () => {
  const at = '2026-06-05T20:01:00.000Z'
  const lines: readonly CitizenLine[] = [
    { position: 1, at, by: 'citizen', id: 'u1', text: 'hej <b>\n1. pas', masked: false },
    {
      position: 2,
      at,
      by: 'bot',
      id: 'b1',
      language: 'da',
      mood: 'reply',
      text: 'Du bestiller en **tid**.\n\n1. Log på [borger.dk](https://www.borger.dk).\n2. Mød op kl.\u00a09.',
      card: {
        kind: 'answer',
        go: { label: 'Bestil tid', url: 'https://www.kk.dk/bestiltid' },
        nexts: [],
        plain: 'Bestil en tid.',
        source: {
          title: 'Pas',
          url: 'https://www.kk.dk/pas',
          asOf: '2023',
          verified: false,
          articleId: 'pas-voksne',
        },
      },
    },
    {
      position: 3,
      at: '2026-06-06T07:00:00.000Z',
      by: 'staff',
      id: 's1',
      name: 'Mette',
      text: 'Hej.',
    },
    { position: 4, at, by: 'event', what: 'closed', name: null, text: '' },
  ]
  expect(transcriptFile(lines, 'da', say)).toBe(`Spørg kommunen

Fredag 5. juni

22.01 Du skrev:
hej <b>
1. pas

22.01 Chatbot:
Du bestiller en tid.
1. Log på borger.dk (https://www.borger.dk).
2. Mød op kl. 9.
Bestil tid: https://www.kk.dk/bestiltid
Kilde: Pas, https://www.kk.dk/pas, set 2023. Ikke kontrolleret af kommunen.

Lørdag 6. juni

9.00 Mette:
Hej.
`)
})
