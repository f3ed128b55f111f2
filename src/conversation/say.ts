import type { Conversation } from './conversation.ts'
import type { Ask, Choice, ConversationEvent, Outcome, Saying, Slots } from './events.ts'
import type { ArticlePart, Findings } from './findings.ts'
import type { Surroundings } from './surroundings.ts'

export const nothing: Ask = { for: 'nothing' }

/** A named reply of an intent, with the version of the file it stands in. */
export function fixed(s: Surroundings, name: string, slots: Slots = {}): Saying {
  const [intent = '', reply = ''] = name.split('.')
  const version = s.texts.intentVersions.get(intent) ?? 'missing'
  return { from: 'intent', intent, reply, version, slots }
}

export function fromArticle({ articleId, version, part }: ArticlePart): Saying {
  return { from: 'article', articleId, version, part }
}

/** What is said, and what may be answered to it. */
export type Speech = {
  outcome: Outcome
  says: readonly Saying[]
  choices?: readonly Choice[]
  asks?: Ask
}

/** The reply to everything that nobody has answered yet. */
export function replyTo(
  conversation: Conversation,
  findings: Findings,
  s: Surroundings,
  { outcome, says, choices = [], asks = nothing }: Speech,
): ConversationEvent {
  const { channel, address, unanswered } = conversation
  const { language, intent, score, ranked, model, ms } = findings
  return {
    type: 'reply-chosen',
    at: s.at,
    reply: {
      id: s.fresh.replyId,
      channel,
      address,
      language,
      utteranceIds: unanswered.map(({ id }) => id),
      outcome,
      says: [...noticeFirst(conversation, s, says), ...says],
      choices,
      asks,
      understood: { intent, score, ranked, model, ms },
    },
  }
}

/** Something the citizen is told without having asked. */
export function notify(
  { channel, address, language }: Conversation,
  s: Surroundings,
  { says, choices = [], asks = nothing }: Omit<Speech, 'outcome'>,
): ConversationEvent {
  const notice = { id: s.fresh.replyId, channel, address, language, says, choices, asks }
  return { type: 'notice-sent', at: s.at, notice }
}

// A text message has no greeting before it: the first one says that a machine writes.
function noticeFirst(c: Conversation, s: Surroundings, says: readonly Saying[]): Saying[] {
  if (c.channel !== 'sms' || c.repliesSent > 0) return []
  const [first] = says
  const inside =
    first?.from === 'intent' && s.texts.noticeInside.has(`${first.intent}.${first.reply}`)
  return inside ? [] : [fixed(s, 'conversation.notice')]
}
