import { expect, it } from 'vitest'
import type { ConversationEvent } from '#conversation/events.ts'
import { type FeedbackDoc, feedbackView } from './feedback-view.ts'

it('counts per article part, and keeps where the newest were given', () => {
  const docs = new Map<string, FeedbackDoc>()
  const give = (replyId: string, helped: boolean, part: string | null) => {
    const about = part ? { articleId: 'pas', version: 'v1', part } : null
    const event: ConversationEvent = {
      type: 'feedback-given',
      at: '2026-06-08T08:00:00.000Z',
      replyId,
      helped,
      about,
    }
    const recorded = { position: 1, version: 1, conversationId: 'c', event }
    for (const { key, doc } of feedbackView.project(recorded, (key) => docs.get(key)))
      if (doc) docs.set(key, doc)
  }
  for (let i = 0; i < 60; i += 1) give(`r${i}`, i % 3 === 0, 'price')
  give('last', false, null)
  expect(docs.get('pas#price')).toMatchObject({ helped: 20, notHelped: 40 })
  expect(
    docs
      .get('pas#price')
      ?.recent.map(({ replyId }) => replyId)
      .slice(0, 2),
  ).toEqual(['r59', 'r58'])
  expect(docs.get('pas#price')?.recent).toHaveLength(50)
  expect(docs.get('-')).toMatchObject({ helped: 0, notHelped: 1 })
})
