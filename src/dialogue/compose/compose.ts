import type { Language, Notice, Reply, Saying } from '#conversation/events.ts'
import type { Card } from '#dialogue/transcript.ts'
import { dateInCopenhagen } from '#handoff/copenhagen.ts'
import type { KnowledgeBase, Rendering } from '#knowledge/knowledge-base.ts'
import { referencesIn } from '#knowledge/references.ts'
import { renderText } from '#knowledge/render-text.ts'
import { cardOf } from './card-of.ts'
import { joinPieces } from './join-pieces.ts'
import { letterChoices } from './letter-choices.ts'
import { renderingOf } from './rendering-of.ts'
import { type SlotWorlds, slotWords } from './slot-words.ts'
import { templateOf } from './template-of.ts'

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
  const wordAs = async (rendering: Rendering) => {
    const pieces = await Promise.all(
      said.says.map((saying) => word(deps, conversationId, saying, said.language, rendering, at)),
    )
    return joinPieces(said.says, pieces, rendering)
  }
  const text = await wordAs(rendering)
  if (rendering === 'web') {
    const card = await cardOf(deps, conversationId, said, at, () => wordAs('spoken'))
    return { text, card }
  }
  return { text: rendering === 'sms' ? letterChoices(text, said, deps.kb, at) : text, card: null }
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
  const { year } = dateInCopenhagen(at)
  const template = templateOf(deps.kb, saying, language, rendering)
  const hasSlots = referencesIn(template).some(({ kind }) => kind === 'slot')
  const slots = hasSlots
    ? await slotWords(deps, conversationId, saying, language, rendering, at)
    : {}
  return renderText(template, { facts, language, rendering, year, slots })
}
