import type { Language } from '#conversation/events.ts'
import type { Intent, KnowledgeBase } from '#knowledge/knowledge-base.ts'

/** A phrasing with what it means. `label` is a topic, a special intent, or one of the two ways of being neither. */
export type Sample = {
  text: string
  language: Language
  label: string
  part: string
  origin: string
}

/** Ours, but no article answers it. */
export const NO_ARTICLE = 'none'
/** Not ours at all. */
export const OUT_OF_SCOPE = 'out-of-scope'

/** Every example and decoy of every intent, under the label that it really has. */
export function collectSamples(kb: Pick<KnowledgeBase, 'articles' | 'intents'>): Sample[] {
  const samples: Sample[] = []
  for (const intent of kb.intents.values()) {
    for (const { text, language, part, origin } of intent.examples) {
      samples.push({ text, language, label: labelOf(kb, intent, part), part, origin })
    }
    for (const { text, language, is } of intent.decoys) {
      samples.push({ text, language, label: labelOfDecoy(kb, is), part: 'main', origin: 'decoy' })
    }
  }
  return withoutRepeats(samples)
}

/** Intents whose replies answer different things are one label a reply: `small-talk.thanks`. */
function labelOf(
  { articles }: Pick<KnowledgeBase, 'articles'>,
  { id }: Intent,
  part: string,
): string {
  if (articles.has(id)) return id
  if (id === 'fallback') return part === 'unknown' || part === 'main' ? NO_ARTICLE : part
  if (id === 'small-talk' || id === 'stop') return part === 'main' ? id : `${id}.${part}`
  return guards.test(id) || plainIntents.has(id) ? id : NO_ARTICLE
}

function labelOfDecoy(kb: Pick<KnowledgeBase, 'articles' | 'intents'>, is: string): string {
  if (kb.articles.has(is) || is === OUT_OF_SCOPE) return is
  const intent = kb.intents.get(is)
  if (is === 'small-talk') return 'small-talk.feelings'
  return intent ? labelOf(kb, intent, 'main') : NO_ARTICLE
}

const guards = /^(crisis-.+|human|own-case|decision)$/
const plainIntents = new Set(['repeat', 'correction', 'yes', 'no'])

/** The same words twice teach nothing, and with two labels they teach the wrong thing: the first one stands. */
function withoutRepeats(samples: readonly Sample[]): Sample[] {
  const seen = new Set<string>()
  return samples.filter(({ text }) => {
    const key = text.toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}
