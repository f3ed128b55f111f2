import type { Conversation } from './conversation.ts'
import type {
  Ask,
  Choice,
  ConversationEvent,
  HandoffReason,
  Language,
  Outcome,
  Saying,
  Slots,
} from './events.ts'
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

/** Whether an article may be answered from: published in this language, and not switched off. */
export function isOn({ articleId }: { articleId: string }, language: Language, s: Surroundings) {
  const published = s.texts.articleVersions.get(articleId)?.[language] !== undefined
  return published && !s.switches.articlesOff.has(articleId)
}

/** The sayings that may go with the first ones without making the reply too long for its channel. */
export function withRoom(
  c: Conversation,
  language: Language,
  s: Surroundings,
  first: readonly Saying[],
  more: readonly Saying[],
): readonly Saying[] {
  if (more.length === 0) return first
  const all = [...first, ...more]
  const fits = s.texts.fits([...noticeFirst(c, s, all), ...all], c.channel, language)
  return fits ? all : withRoom(c, language, s, first, more.slice(0, -1))
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

/** A person is on offer: a yes is the handoff, for this reason. */
export type Offer = { asks: { for: 'person'; reason: HandoffReason }; choices: readonly Choice[] }

export function offerPerson(reason: HandoffReason): Offer {
  return { asks: { for: 'person', reason }, choices: ['human'] }
}

/** One fixed reply, with a person on offer or without. */
export function speak(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  outcome: Outcome,
  name: string,
  offered: Partial<Offer> = {},
): ConversationEvent {
  return replyTo(c, findings, s, { outcome, says: [fixed(s, name)], ...offered })
}

/** The article's text, if it may be said. */
export function topicOf(
  article: ArticlePart | null,
  { language }: Findings,
  s: Surroundings,
): Saying[] {
  return article && isOn(article, language, s) ? [fromArticle(article)] : []
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
