import type { Corpus } from './corpus.ts'
import { stem } from './stem.ts'
import { tokenize } from './tokens.ts'

/** In how large a share of each topic's texts and examples a word occurs. */
export type TopicsOf = (word: string) => ReadonlyMap<string, number>
/** Plain data: the topics of stem i, as places in `topics`, and their shares run from `starts[i]` to `starts[i + 1]`. */
export type TopicsByWord = {
  stems: string
  topics: readonly string[]
  starts: Uint32Array
  items: Uint16Array
  shares: Float64Array
}

export function indexTopicsByWord(
  { samples, documents }: Pick<Corpus, 'samples' | 'documents'>,
  articles: { has(id: string): boolean },
): TopicsByWord {
  const texts = [
    ...samples.map(({ text, label }) => ({ text, topic: label })),
    ...documents.map(({ text, articleId }) => ({ text, topic: articleId })),
  ].filter(({ topic }) => articles.has(topic))
  const totals = new Map<string, number>()
  for (const { topic } of texts) totals.set(topic, (totals.get(topic) ?? 0) + 1)
  const words = new Map<string, Map<string, number>>()
  for (const { text, topic } of texts) {
    for (const word of new Set(tokenize(text).map(stem))) {
      const shares = words.get(word) ?? new Map<string, number>()
      words.set(word, shares.set(topic, (shares.get(topic) ?? 0) + 1 / (totals.get(topic) ?? 1)))
    }
  }
  return flat(words, [...totals.keys()])
}

export function createTopicsOf(index: TopicsByWord): TopicsOf {
  const { topics, starts, items, shares } = index
  const placeOf = new Map(index.stems.split(BETWEEN).map((word, i) => [word, i]))
  return (word) => {
    const found = new Map<string, number>()
    const place = placeOf.get(stem(word))
    if (place === undefined) return found
    for (let at = starts[place] as number; at < (starts[place + 1] as number); at++)
      found.set(topics[items[at] as number] as string, shares[at] as number)
    return found
  }
}

const BETWEEN = ' '

function flat(
  words: ReadonlyMap<string, ReadonlyMap<string, number>>,
  topics: readonly string[],
): TopicsByWord {
  const placeOf = new Map(topics.map((topic, i) => [topic, i]))
  const starts = [0]
  const all = [...words.values()].flatMap((shares) => {
    starts.push((starts.at(-1) ?? 0) + shares.size)
    return [...shares]
  })
  return {
    stems: [...words.keys()].join(BETWEEN),
    topics,
    starts: Uint32Array.from(starts),
    items: Uint16Array.from(all, ([topic]) => placeOf.get(topic) ?? 0),
    shares: Float64Array.from(all, ([, share]) => share),
  }
}
