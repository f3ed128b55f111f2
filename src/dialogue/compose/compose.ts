import type { ChannelName, Language, Notice, Reply, Saying } from '#conversation/events.ts'
import type { Card } from '#dialogue/transcript.ts'
import type { Article, KnowledgeBase, Rendering } from '#knowledge/knowledge-base.ts'
import { renderText } from '#knowledge/render-text.ts'
import { cardOf } from './card-of.ts'
import { letterChoices } from './letter-choices.ts'
import { type SlotWorlds, slotWords } from './slot-words.ts'

export type Composed = { text: string; card: Card | null }
export type ComposeDeps = SlotWorlds & { kb: KnowledgeBase }

/** Puts what was decided into the words of its language and channel. Web text is Markdown, the others are plain. */
export async function compose(
  deps: ComposeDeps,
  conversationId: string,
  said: Reply | Notice,
  at: string,
): Promise<Composed> {
  const rendering = renderingOf(said.channel)
  const pieces = await Promise.all(
    said.says.map((saying) => word(deps, conversationId, saying, said.language, rendering, at)),
  )
  const text = join(said.says, pieces, rendering)
  if (rendering === 'web') return { text, card: await cardOf(deps, conversationId, said, at) }
  return { text: rendering === 'sms' ? letterChoices(text, said, deps.kb, at) : text, card: null }
}

export function renderingOf(channel: ChannelName): Rendering {
  switch (channel) {
    case 'sms':
      return 'sms'
    case 'voice':
      return 'spoken'
    case 'web-chat':
    case 'bot-framework':
    case 'terminal':
      return 'web'
  }
}

async function word(
  deps: ComposeDeps,
  conversationId: string,
  saying: Saying,
  language: Language,
  rendering: Rendering,
  at: string,
): Promise<string> {
  const { facts } = deps.kb
  const year = Number(at.slice(0, 4))
  const template = templateOf(deps.kb, saying, language, rendering)
  const slots = await slotWords(deps, conversationId, saying, language, rendering, at)
  return renderText(template, { facts, language, rendering, year, slots })
}

function templateOf(
  kb: KnowledgeBase,
  saying: Saying,
  language: Language,
  rendering: Rendering,
): string {
  if (saying.from === 'article')
    return partOf(kb.articles.get(saying.articleId), language, saying.part)[rendering]
  const text = kb.intents.get(saying.intent)?.replies.get(saying.reply)?.text[language]
  return text?.[rendering] ?? text?.web ?? ''
}

function partOf(article: Article | undefined, language: Language, name: string) {
  const parts = article?.[language].parts ?? []
  return parts.find((part) => part.name === name) ?? parts[0] ?? { web: '', sms: '', spoken: '' }
}

function join(says: readonly Saying[], pieces: readonly string[], rendering: Rendering): string {
  if (rendering === 'web') return pieces.join('\n\n')
  return pieces
    .map((piece, i) => (isNotice(says[i]) && rendering === 'sms' ? `${piece}\n` : `${piece} `))
    .join('')
    .trim()
}

function isNotice(saying: Saying | undefined): boolean {
  return saying?.from === 'intent' && saying.reply === 'notice'
}
