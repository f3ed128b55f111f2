import { describe, expect, it } from 'vitest'
import { clockFrom } from '#platform/clock.ts'
import { backgroundOf } from './background.ts'
import { memoryDesk } from './testing/memory-desk.ts'
import { seedMorning } from './testing/seed.ts'

const info = (id: string) => ({
  title: id,
  verified: id !== 'pas-voksne',
  url: `https://example.org/${id}`,
})

function morning() {
  const desk = memoryDesk(clockFrom('2026-06-08T07:16:00.000Z').now, async (id) => id)
  seedMorning(desk)
  return desk
}

describe('the background of a conversation', () => {
  it('tells what was asked and which version of which article answered', () => {
    const { asked } = backgroundOf(morning().linesOf('pas'), info)
    expect(asked).toMatchObject([
      {
        text: 'hvordan får jeg et nyt pas',
        fate: 'answered',
        articles: [
          {
            articleId: 'pas-voksne',
            version: '3f9c21aa0011',
            url: 'https://example.org/pas-voksne',
          },
        ],
      },
    ])
  })
  it('names the articles that nobody has checked', () => {
    expect(backgroundOf(morning().linesOf('pas'), info).unverified).toEqual(['Pas til voksne'])
  })
  it('counts nothing that was said to people as a question to the chatbot', () => {
    const desk = morning()
    desk.add('pas', desk.event('accepted', 'Sara'))
    desk.add('pas', { by: 'citizen', id: 'later', channel: 'web-chat', text: 'tak', masked: false })
    expect(backgroundOf(desk.linesOf('pas'), info).asked).toHaveLength(1)
    desk.add('pas', desk.event('returned'))
    desk.add('pas', {
      by: 'citizen',
      id: 'new',
      channel: 'web-chat',
      text: 'og hvad koster det',
      masked: false,
    })
    expect(backgroundOf(desk.linesOf('pas'), info).asked.at(-1)).toMatchObject({
      text: 'og hvad koster det',
      fate: 'waiting',
    })
  })
})
