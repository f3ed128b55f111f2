import { describe, expect, it } from 'vitest'
import { newConversation } from '#conversation/conversation.ts'
import { heard, inFewWords, interpret, understand } from './fixtures/understand.ts'

describe('guards', () => {
  it.each([
    ['jeg vil dø', 'crisis-suicide'],
    ['I want to die', 'crisis-suicide'],
    ['min mand slår mig', 'crisis-violence'],
    ['Hvad koster et pas? Jeg vil ikke leve mere.', 'crisis-suicide'],
    ['jeg vil tale med et menneske', 'human'],
    ['Mit pas er udløbet. Kan jeg tale med en medarbejder?', 'human'],
    ['hvor langt er min sag?', 'own-case'],
    ['har jeg ret til hjælp?', 'decision'],
  ])('read %j as %s', async (text, expected) => {
    expect(await understand(text)).toBe(expected)
  })

  it.each(['min mobil er død', 'kan I slå græsset hos en dame på 82', 'min far døde i går'])(
    'hear no crisis in %j: the word alone does not decide',
    async (text) => {
      expect(await understand(text)).not.toMatch(/^crisis/)
    },
  )

  it('hear the call for a person also while a number is asked for', async () => {
    const asks = { for: 'callback-number', slots: [] } as const
    expect(await understand('jeg vil tale med et menneske', { asks })).toBe('human')
  })

  it('name the topic that comes with the case', async () => {
    const { understanding } = await interpret(newConversation, [heard('hvornår udløber mit pas')])
    expect(inFewWords(understanding)).toBe('own-case')
  })
})
