import type { Conversation } from './conversation.ts'
import { end, goodbye } from './decide-end.ts'
import { decideHandoff } from './decide-handoff.ts'
import type { Choice, ConversationEvent, Language, Outcome, Saying } from './events.ts'
import type { ArticlePart, Findings, Understanding } from './findings.ts'
import { askFormAgain, isInForm } from './resume-form.ts'
import {
  fixed,
  fromArticle,
  isOn,
  nothing,
  offerPerson,
  replyTo,
  speak,
  topicOf,
  withRoom,
} from './say.ts'
import { sayPlace } from './say-place.ts'
import type { Surroundings } from './surroundings.ts'
import { noneOfThem, unhelped } from './unhelped.ts'

const MAX_UTTERANCE_CHARACTERS = 2_000

/** What the bot says when nobody is in danger and no person is asked for: an answer, a question back, or why not. */
export function decideAnswer(
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
      if (found.choice === 'stay') return [aside(c, findings, s, 'conversation.stay')]
      return [
        found.article
          ? answerFrom(c, findings, [found.article], s)
          : speak(c, findings, s, 'small-talk', 'human.declined'),
      ]
    case 'own-case':
      return [ownCase(c, findings, found.article, s)]
    case 'decision':
      return [declineDecision(c, findings, found.article, s)]
    case 'small-talk':
      return [aside(c, findings, s, `small-talk.${found.reply}`)]
    case 'goodbye':
      return [goodbye(c, findings, s)]
    case 'yes':
      // "ok" to what was just promised.
      if (c.asks.for === 'callback-change') return [aside(c, findings, s, 'small-talk.thanks')]
      if (c.asks.for === 'end') return end(c, findings, s)
      if (!c.lastReply) return [aside(c, findings, s, 'conversation.about-what', 'clarified')]
      return [aside(c, findings, s, 'small-talk.can')]
    case 'no':
      if (c.asks.for === 'choice') return [noneOfThem(c, findings, s)]
      if (c.asks.for === 'end') return [speak(c, findings, s, 'small-talk', 'conversation.stay')]
      return [aside(c, findings, s, 'small-talk.can')]
    case 'about-what':
      return [aside(c, findings, s, 'conversation.about-what', 'clarified')]
    case 'place':
      return [sayPlace(c, findings, found, s)]
    case 'correction':
      if (c.asks.for === 'choice') return [noneOfThem(c, findings, s)]
      return [aside(c, findings, s, 'correction.sorry')]
    case 'repeat':
      // Whether we are open may have changed since: the offer is made anew.
      return c.lastReply?.asks.for === 'callback'
        ? decideHandoff(c, findings, s, c.handoff?.reason ?? 'asked-for-human')
        : [repeat(c, findings, s)]
    case 'out-of-scope':
      return [unhelped(c, findings, s, 'unanswerable-out-of-scope', 'out-of-scope')]
    case 'unknown':
      return [unhelped(c, findings, s, 'unanswerable-unknown', 'unknown')]
    case 'other-language':
      return [
        speak(
          c,
          findings,
          s,
          'unanswerable-unknown',
          'fallback.other-language',
          offerPerson('no-answer'),
        ),
      ]
    case 'not-understood':
    case 'slot-chosen':
    case 'day-wished':
    case 'number-given':
    case 'number-refused':
    case 'callback-asked':
    case 'callback-doubted':
      return [unhelped(c, findings, s, 'unanswerable-not-understood', 'not-understood')]
    case 'unsafe':
      return [speak(c, findings, s, 'refused-unsafe', 'fallback.unsafe')]
    case 'too-long':
      return [tooLong(c, findings, s)]
    case 'failed':
      return [
        speak(
          c,
          findings,
          s,
          `failed-${found.why}`,
          `fallback.${found.why}`,
          offerPerson('no-answer'),
        ),
      ]
    case 'crisis':
    case 'human':
      return []
  }
}

function ownCase(
  c: Conversation,
  findings: Findings,
  article: ArticlePart | null,
  s: Surroundings,
): ConversationEvent {
  const next = article && isOn(article, findings.language, s) ? [choiceOf(article)] : []
  const { asks, choices } = offerPerson('own-case')
  const says = [fixed(s, 'own-case.lines')]
  return replyTo(c, findings, s, {
    outcome: 'own-case',
    says,
    asks,
    choices: [...choices, ...next],
  })
}

/** Small talk passes by: what the bot had asked still stands. A promise stands too, and a no to small talk must not take it back. */
function aside(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  name: string,
  outcome: Outcome = 'small-talk',
) {
  const { choices } = c
  const isOver = c.asks.for === 'callback-change' || c.asks.for === 'end'
  const asks = isOver ? nothing : c.asks
  const more = isInForm(c) ? askFormAgain(c, s) : []
  const says = withRoom(c, findings.language, s, [fixed(s, name)], more)
  return replyTo(c, findings, s, { outcome, says, asks, choices })
}

function answerFrom(
  c: Conversation,
  findings: Findings,
  articles: readonly ArticlePart[],
  s: Surroundings,
): ConversationEvent {
  const [first, ...more] = articles.flatMap((article) => topicOf(article, findings, s))
  if (!first) return articleOff(c, findings, s)
  const says = withRoom(c, findings.language, s, [first], more)
  if (!isInForm(c)) return replyTo(c, findings, s, { outcome: 'answered', says })
  // The call is taken up again; a number or a time is still taken as one.
  const { asks, choices } = c
  const resumed = withRoom(c, findings.language, s, says, askFormAgain(c, s))
  return replyTo(c, findings, s, { outcome: 'answered', says: resumed, asks, choices })
}

function clarify(
  c: Conversation,
  findings: Findings,
  articles: readonly ArticlePart[],
  s: Surroundings,
): ConversationEvent {
  const on = articles.filter((article) => isOn(article, findings.language, s))
  const choices = on.map(choiceOf)
  if (choices.length < 2) return answerFrom(c, findings, on, s)
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
  const topic = topicOf(article, findings, s)
  const lead = [fixed(s, 'decision.with-topic')]
  const withTopic = withRoom(c, findings.language, s, lead, topic)
  const says = withTopic.length > lead.length ? withTopic : [fixed(s, 'decision.lines')]
  return replyTo(c, findings, s, { outcome: 'declined-decision', says, ...offerPerson('decision') })
}

function repeat(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const { lastReply } = c
  if (!lastReply) return speak(c, findings, s, 'repeated', 'repeat.nothing')
  const { choices, asks } = lastReply
  // "ok" between does not take the place of the answer.
  const isPassing = lastReply.outcome === 'small-talk' && asks.for === 'nothing' && c.topic !== null
  const says = isPassing && c.topic ? [fromArticle({ ...c.topic, version: '' })] : lastReply.says
  const again = says.flatMap((saying) => sayAgain(saying, findings.language, s))
  if (again.length === 0) return articleOff(c, findings, s)
  return replyTo(c, findings, s, { outcome: 'repeated', says: again, choices, asks })
}

/** In the version of now; what has been switched off is not said again. */
function sayAgain(saying: Saying, language: Language, s: Surroundings): Saying[] {
  if (saying.from === 'intent') {
    const { intent, reply, slots } = saying
    return reply === 'notice' ? [] : [fixed(s, `${intent}.${reply}`, slots)]
  }
  const version = s.texts.articleVersions.get(saying.articleId)?.[language]
  return version !== undefined && isOn(saying, language, s) ? [{ ...saying, version }] : []
}

function articleOff(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const offered = offerPerson('no-answer')
  return speak(c, findings, s, 'unanswerable-unknown', 'fallback.article-off', offered)
}

function choiceOf({ articleId, part }: ArticlePart): Choice {
  return `article:${articleId}#${part}`
}

function tooLong(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  const max = { kind: 'number', number: MAX_UTTERANCE_CHARACTERS } as const
  const says = [fixed(s, 'fallback.too-long', { max })]
  return replyTo(c, findings, s, { outcome: 'refused-too-long', says })
}
