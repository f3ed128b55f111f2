import type { Choice, Language, Notice, Reply, Saying } from '#conversation/events.ts'
import type { Card, CardChoice } from '#dialogue/transcript.ts'
import { saySlot } from '#handoff/say-when.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { choiceLabel, partQuestion, topicName, upperFirst } from './choice-label.ts'
import { inPairs, numberEnd, type SlotWorlds } from './slot-words.ts'

const MAX_NEXTS = 3

/** What a web page shows with a reply: its source, where to go on, what may be chosen, the form or the receipt. */
export async function cardOf(
  deps: SlotWorlds,
  conversationId: string,
  said: Reply | Notice,
  at: string,
  plain: () => Promise<string>,
): Promise<Card | null> {
  const { language, asks, says } = said
  const crisis = says.find(
    (saying) => saying.from === 'intent' && saying.intent.startsWith('crisis-'),
  )
  if (crisis) return crisisCard(deps.kb, crisis, language)
  const promise = says.find((saying) => isReply(saying, 'human.promised-phone'))
  if (promise) return receiptCard(deps, conversationId, promise, language, at)
  if (
    says.some(
      (saying) => isReply(saying, 'human.queued') || isReply(saying, 'human.already-queued'),
    )
  ) {
    return queuedCard(says)
  }
  const article = says.find((saying) => saying.from === 'article')
  if (article) return answerCard(deps.kb, article, said, plain)
  if (asks.for === 'callback-number') {
    const slots = asks.slots.map((slot) => ({
      slot,
      label: upperFirst(saySlot(slot, at, language)),
    }))
    return { kind: 'callback-form', slots }
  }
  if (said.choices.length === 0) return null
  const hint =
    asks.for === 'choice' ? fixedText(deps.kb, 'conversation', 'which-none', language) : null
  return { kind: 'choices', choices: labelled(deps.kb, said.choices, language, at), hint }
}

function isReply(saying: Saying, name: string): boolean {
  return saying.from === 'intent' && `${saying.intent}.${saying.reply}` === name
}

function labelled(
  kb: KnowledgeBase,
  choices: readonly Choice[],
  language: Language,
  at: string,
): CardChoice[] {
  return choices.map((choice) => ({ choice, label: choiceLabel(kb, choice, language, at) }))
}

async function answerCard(
  kb: KnowledgeBase,
  { articleId, part }: Extract<Saying, { from: 'article' }>,
  { language }: Reply | Notice,
  plain: () => Promise<string>,
): Promise<Card | null> {
  const article = kb.articles.get(articleId)?.[language]
  const [source] = article?.sources ?? []
  if (!article || !source) return null
  const [go = null] = article.selfService
  const nexts = article.parts
    .filter(({ name }) => name !== part && name !== 'main')
    .slice(0, MAX_NEXTS)
    .map(({ name }) => ({
      choice: `article:${articleId}#${name}` as const,
      label: partQuestion(kb, articleId, name, language) ?? name,
    }))
  const asOf = source.asOf === 'unknown' ? null : source.asOf
  const { title, verified } = article
  return {
    kind: 'answer',
    source: { title, url: source.url, asOf, verified, articleId },
    go,
    nexts,
    plain: await plain(),
  }
}

/** The lines that the reply itself names, in its order. */
function crisisCard(kb: KnowledgeBase, saying: Saying, language: Language): Card | null {
  if (saying.from !== 'intent') return null
  const template = fixedText(kb, saying.intent, saying.reply, language)
  const names = [...template.matchAll(/\{\{fact:(krise\.[\w-]+)\}\}/g)].map(([, name = '']) => name)
  const lines = [...new Set(names)].flatMap((name) => {
    const fact = kb.facts.get(name)
    return fact && /^[\d ]+$/.test(String(fact.value))
      ? [{ number: String(fact.value), label: fact.name[language] }]
      : []
  })
  return { kind: 'crisis', lines }
}

async function receiptCard(
  deps: SlotWorlds,
  conversationId: string,
  saying: Saying,
  language: Language,
  at: string,
): Promise<Card | null> {
  if (saying.from !== 'intent') return null
  const { slot, reference, 'number-end': number, about } = saying.slots
  if (slot?.kind !== 'slot' || reference?.kind !== 'reference') return null
  const end =
    number?.kind === 'phone-end'
      ? await numberEnd(deps.personal, conversationId, number.utteranceId)
      : null
  return {
    kind: 'receipt',
    reference: inPairs(reference.reference),
    when: saySlot(slot.slot, at, language),
    numberEnd: end,
    about: about?.kind === 'topic' ? topicName(deps.kb, about.articleId, language) : null,
  }
}

function queuedCard(says: readonly Saying[]): Card | null {
  for (const saying of says) {
    if (saying.from !== 'intent') continue
    const { reference } = saying.slots
    if (reference?.kind === 'reference')
      return { kind: 'queued', reference: inPairs(reference.reference) }
  }
  return null
}

function fixedText(kb: KnowledgeBase, intent: string, reply: string, language: Language): string {
  return kb.intents.get(intent)?.replies.get(reply)?.text[language].web ?? ''
}
