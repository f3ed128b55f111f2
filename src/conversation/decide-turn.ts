import type { Conversation } from './conversation.ts'
import { decideCallback } from './decide-callback.ts'
import { decideHandoff } from './decide-handoff.ts'
import { decideQueued } from './decide-queued.ts'
import type { Choice, ConversationEvent, Outcome } from './events.ts'
import type { ArticlePart, Findings, Understanding } from './findings.ts'
import { fixed, fromArticle, replyTo } from './say.ts'
import type { Surroundings } from './surroundings.ts'

const MAX_UNHELPED_TURNS = 2
const MAX_UTTERANCE_CHARACTERS = 2_000

/** The reaction to everything said since the last reply. */
export function decideTurn(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] {
  if (c.optedOut || c.unanswered.length === 0) return []
  const found = findings.understanding
  switch (c.handledBy) {
    case 'nobody':
      return []
    case 'staff':
      return found.kind === 'crisis' ? raiseAlarm(c, found.intent, s) : []
    case 'queue':
      if (found.kind === 'crisis') {
        return [...raiseAlarm(c, found.intent, s), signpost(c, findings, found, s)]
      }
      return decideQueued(c, findings, s)
    case 'bot':
      return decideBotTurn(c, findings, s)
  }
}

function decideBotTurn(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const found = findings.understanding
  if (found.kind === 'crisis') return [signpost(c, findings, found, s)]
  const handedOff = decideCallback(c, findings, s) ?? wantsPerson(c, findings, s)
  if (handedOff) return handedOff
  if (s.switches.botOff) {
    return [say(c, findings, s, 'failed-internal', 'fallback.bot-off', offerPerson)]
  }
  return answer(c, findings, found, s)
}

function wantsPerson(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
): ConversationEvent[] | undefined {
  const found = findings.understanding
  const pressed = found.kind === 'chosen' && found.choice === 'human'
  if (found.kind === 'human' || pressed) return decideHandoff(c, findings, s, 'asked-for-human')
  if (c.asks.for !== 'person') return undefined
  if (found.kind === 'yes') return decideHandoff(c, findings, s, reasonOfOffer(c))
  if (found.kind === 'no') return [say(c, findings, s, 'small-talk', 'human.declined')]
  return undefined
}

function reasonOfOffer({ lastReply }: Conversation) {
  switch (lastReply?.outcome) {
    case 'signposted-crisis':
      return 'crisis'
    case 'own-case':
      return 'own-case'
    case 'declined-decision':
      return 'decision'
    default:
      return 'no-answer'
  }
}

function answer(
  c: Conversation,
  findings: Findings,
  found: Understanding,
  s: Surroundings,
): ConversationEvent[] {
  switch (found.kind) {
    case 'answer':
      return [answerFrom(c, findings, found.articles, s)]
    case 'choose':
      return [clarify(c, findings, found.articles, s)]
    case 'chosen':
      return [
        found.article
          ? answerFrom(c, findings, [found.article], s)
          : say(c, findings, s, 'small-talk', 'human.declined'),
      ]
    case 'own-case':
      return [say(c, findings, s, 'own-case', 'own-case.lines', offerPerson, nextOf(found.article))]
    case 'decision':
      return [declineDecision(c, findings, found.article, s)]
    case 'small-talk':
      return [aside(c, findings, s, `small-talk.${found.reply}`)]
    case 'goodbye':
      return [aside(c, findings, s, 'small-talk.goodbye')]
    case 'yes':
    case 'no':
      return [aside(c, findings, s, 'small-talk.can')]
    case 'correction':
      return [aside(c, findings, s, 'correction.sorry')]
    case 'repeat':
      return [repeat(c, findings, s)]
    case 'out-of-scope':
      return [unhelped(c, findings, s, 'unanswerable-out-of-scope', 'out-of-scope')]
    case 'unknown':
      return [unhelped(c, findings, s, 'unanswerable-unknown', 'unknown')]
    case 'other-language':
      return [say(c, findings, s, 'unanswerable-unknown', 'fallback.other-language', offerPerson)]
    case 'not-understood':
    case 'slot-chosen':
    case 'number-given':
    case 'number-refused':
      return [unhelped(c, findings, s, 'unanswerable-not-understood', 'not-understood')]
    case 'unsafe':
      return [say(c, findings, s, 'refused-unsafe', 'fallback.unsafe')]
    case 'too-long':
      return [tooLong(c, findings, s)]
    case 'failed':
      return [say(c, findings, s, `failed-${found.why}`, `fallback.${found.why}`, offerPerson)]
    case 'crisis':
    case 'human':
      return []
  }
}

const offerPerson = { asks: { for: 'person' }, choices: ['human'] } as const
type Offer = { asks: { for: 'person' }; choices: readonly Choice[] }

function say(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  outcome: Outcome,
  name: string,
  offer?: Offer,
  nexts: readonly Choice[] = [],
): ConversationEvent {
  const choices = [...(offer?.choices ?? []), ...nexts]
  const speech = { outcome, says: [fixed(s, name)], choices }
  return replyTo(c, findings, s, offer ? { ...speech, asks: offer.asks } : speech)
}

/** Small talk passes by: what the bot had asked still stands. */
function aside(c: Conversation, findings: Findings, s: Surroundings, name: string) {
  const { asks, choices } = c
  return replyTo(c, findings, s, { outcome: 'small-talk', says: [fixed(s, name)], asks, choices })
}

function signpost(
  c: Conversation,
  findings: Findings,
  { intent, article }: Extract<Understanding, { kind: 'crisis' }>,
  s: Surroundings,
): ConversationEvent {
  const again = c.said.includes(`${intent}.lines`)
  const topic = article && !again && isOn(article, s) ? [fromArticle(article)] : []
  return replyTo(c, findings, s, {
    outcome: 'signposted-crisis',
    says: [fixed(s, again ? `${intent}.again` : `${intent}.lines`), ...topic],
    ...(c.handledBy === 'queue' ? {} : offerPerson),
  })
}

function raiseAlarm(c: Conversation, intent: string, { at }: Surroundings): ConversationEvent[] {
  return c.handoff?.alarm ? [] : [{ type: 'alarm-raised', at, alarm: 'crisis', intent }]
}

function answerFrom(
  c: Conversation,
  findings: Findings,
  articles: readonly ArticlePart[],
  s: Surroundings,
): ConversationEvent {
  const on = articles.filter((article) => isOn(article, s))
  if (on.length === 0) {
    return say(c, findings, s, 'unanswerable-unknown', 'fallback.article-off', offerPerson)
  }
  return replyTo(c, findings, s, { outcome: 'answered', says: on.map(fromArticle) })
}

function clarify(
  c: Conversation,
  findings: Findings,
  articles: readonly ArticlePart[],
  s: Surroundings,
): ConversationEvent {
  const choices = articles.filter((article) => isOn(article, s)).map(choiceOf)
  const [only] = articles
  if (choices.length < 2 && only) return answerFrom(c, findings, [only], s)
  return replyTo(c, findings, s, {
    outcome: 'clarified',
    says: [fixed(s, 'conversation.which')],
    choices,
    asks: { for: 'choice' },
  })
}

function declineDecision(
  c: Conversation,
  findings: Findings,
  article: ArticlePart | null,
  s: Surroundings,
): ConversationEvent {
  const topic = article && isOn(article, s) ? [fromArticle(article)] : []
  const name = topic.length > 0 ? 'decision.with-topic' : 'decision.lines'
  const says = [fixed(s, name), ...topic]
  return replyTo(c, findings, s, { outcome: 'declined-decision', says, ...offerPerson })
}

function repeat(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const { lastReply } = c
  if (!lastReply) return say(c, findings, s, 'repeated', 'repeat.nothing')
  const { says, choices, asks } = lastReply
  const again = says.filter((saying) => saying.from === 'article' || saying.reply !== 'notice')
  return replyTo(c, findings, s, { outcome: 'repeated', says: again, choices, asks })
}

/** Never the same fallback twice, and the second unhelped turn offers a person. */
function unhelped(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  outcome: Outcome,
  name: string,
): ConversationEvent {
  if (c.unhelpedTurns + 1 >= MAX_UNHELPED_TURNS) {
    return say(c, findings, s, 'handed-off-offered', 'human.offered', offerPerson)
  }
  const again = c.said.includes(`fallback.${name}`)
  return say(c, findings, s, outcome, `fallback.${name}${again ? '-again' : ''}`, offerPerson)
}

function tooLong(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const max = { kind: 'number', number: MAX_UTTERANCE_CHARACTERS } as const
  const says = [fixed(s, 'fallback.too-long', { max })]
  return replyTo(c, findings, s, { outcome: 'refused-too-long', says })
}

function isOn({ articleId }: ArticlePart, { switches }: Surroundings): boolean {
  return !switches.articlesOff.has(articleId)
}

function choiceOf({ articleId, part }: ArticlePart): Choice {
  return `article:${articleId}#${part}`
}

function nextOf(article: ArticlePart | null): Choice[] {
  return article ? [choiceOf(article)] : []
}
