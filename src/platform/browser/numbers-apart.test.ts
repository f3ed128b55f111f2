import { expect, it } from 'vitest'
import { numbersApart, withNumbersApart } from './numbers-apart.ts'

it('a number among Arabic or Hebrew letters is a piece of its own', () => {
  expect(numbersApart('أين؟ 33 66 33 66 شكرا')).toEqual([
    { text: 'أين؟ ', isNumber: false },
    { text: '33 66 33 66', isNumber: true },
    { text: ' شكرا', isNumber: false },
  ])
  expect(withNumbersApart('טלפון +45 33 66 33 66')).toBe('טלפון \u2066+45 33 66 33 66\u2069')
})

it('any other text is one piece, as it is', () => {
  expect(numbersApart('ring 33 66 33 66')).toEqual([{ text: 'ring 33 66 33 66', isNumber: false }])
  expect(withNumbersApart('ring 33 66 33 66')).toBe('ring 33 66 33 66')
})
