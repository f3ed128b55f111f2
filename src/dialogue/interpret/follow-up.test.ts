import { describe, expect, it } from 'vitest'
import { understand } from './fixtures/understand.ts'

const afterPrice = { topic: { articleId: 'pas-voksne', part: 'price' } }

describe('a follow-up', () => {
  it.each([
    ['og hvad koster det?', 'answer pas-voksne#price'],
    ['hvad skal jeg have med?', 'answer pas-voksne#bring'],
    ['hvad med børn?', 'answer pas-boern#price'],
    ['nej, jeg mente noget andet: pas til børn', 'answer pas-boern#main'],
    ['nej jeg mente noget andet', 'correction'],
    ['hvad med storskrald?', 'answer storskrald#price'],
    ['hvordan kommer jeg af med en sofa', 'answer storskrald#main'],
  ])('%j after the price of a passport is %s', async (text, expected) => {
    expect(await understand(text, afterPrice)).toBe(expected)
  })

  it('leaves the topic for what is not ours', async () => {
    expect(await understand('hvordan bliver vejret i morgen?', afterPrice)).toBe('out-of-scope')
  })

  it('without an answer before it leans on nothing', async () => {
    expect(await understand('og hvad koster det?')).not.toBe('answer pas-voksne#price')
  })
})
