import { expect, it } from 'vitest'
import { blocksOf } from './view-text.ts'

it('reads paragraphs, points and steps, and leaves everything else as it was written', () => {
  expect(blocksOf('Hej.\nJa?\n\n1. Søg\n2. Bestil\n- foto\n\n<b>3</b> kr. 5. juni')).toEqual([
    { kind: 'words', lines: ['Hej.', 'Ja?'] },
    { kind: 'steps', lines: ['Søg', 'Bestil'] },
    { kind: 'points', lines: ['foto'] },
    { kind: 'words', lines: ['<b>3</b> kr. 5. juni'] },
  ])
})
