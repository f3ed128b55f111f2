import { expect, it } from 'vitest'
import { foldText, snippetOf } from './snippet.ts'

const shown = (texts: readonly string[], ...words: string[]) =>
  (snippetOf(texts, words.map(foldText)) ?? [])
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

it('shows the place of the first word, and marks every word in it', () => {
  expect(shown(['intet', 'Mit PAS er væk, mit gamle pas'], 'pas')).toBe(
    'Mit [PAS] er væk, mit gamle [pas]',
  )
  expect(shown(['a pas b kort c'], 'kort', 'pas')).toBe('a [pas] b [kort] c')
})
it('cuts what is long on both sides', () => {
  const piece = shown([`${'x'.repeat(100)} rotte ${'y'.repeat(300)}`], 'rotte')
  expect(piece).toMatch(/^… x+ \[rotte\] y+ …$/)
  expect(piece.length).toBeLessThan(200)
})
it('finds nothing where there is nothing, and letters that grow when made small do not shift it', () => {
  expect(snippetOf(['abc'], ['d'])).toBeNull()
  expect(shown(['İstanbul rotte'], 'rotte')).toBe('İstanbul [rotte]')
})
