import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { Corpus } from './corpus.ts'
import { createExplain } from './explained.ts'
import { trainBayes } from './naive-bayes.ts'
import { createNearest } from './nearest.ts'
import { type PackedWeights, packWeights, scoreClasses } from './packed-weights.ts'
import { type PartSample, partKey, partTraining } from './part-training.ts'
import type { Vectors } from './vectors.ts'

export type PartEvidence = { part: string; evidence: number[] }
export type GatherParts = (text: string, articleId: string) => PartEvidence[]

/** What speaks for each part of an article: its name's margin, its own examples, its own text. */
export function createGatherParts(
  kb: Pick<KnowledgeBase, 'articles'>,
  corpus: Corpus,
  vectors: Vectors,
  samples: readonly PartSample[],
  weights: PackedWeights | null,
): GatherParts {
  const { documents, tables, toTerms, coveredBy } = corpus
  const training = partTraining(samples, corpus, vectors)
  const bayes = packWeights(trainBayes(training))
  const classIndex = new Map(training.names.map((name, i) => [name, i]))
  const keys = [...kb.articles].flatMap(([id, { da }]) =>
    da.parts.map(({ name }) => partKey(id, name)),
  )
  const keyIndex = new Map(keys.map((key, i) => [key, i]))
  const indexOf = (articleId: string, part: string) => keyIndex.get(partKey(articleId, part)) ?? 0
  const explain = createExplain(
    [...samples, ...documents].map(({ text, articleId, part }) => ({
      terms: toTerms(text),
      label: indexOf(articleId, part),
    })),
    keys.length,
    tables.letters,
  )
  /** Everything about one article's parts: the others are never asked for together with them. */
  const about = (articleId: string) => {
    const names = kb.articles.get(articleId)?.da.parts.map(({ name }) => name) ?? []
    const own = samples.filter((sample) => sample.articleId === articleId)
    const placeOf = new Map(names.map((name, i) => [name, i]))
    return {
      names,
      keys: names.map((name) => indexOf(articleId, name)),
      anywhere: Int32Array.from(names, (name) => classIndex.get(name) ?? -1),
      here: Int32Array.from(names, (name) => classIndex.get(partKey(articleId, name)) ?? -1),
      nearest: createNearest(
        own.map(({ text }) => vectors.of(text)),
        own.map(({ part }) => placeOf.get(part) ?? names.length),
        names.length + 1,
        vectors.size,
      ),
      documents: documents.flatMap((document, i) => {
        const place = document.articleId === articleId ? placeOf.get(document.part) : undefined
        return place === undefined ? [] : [{ document: i, place }]
      }),
    }
  }
  const articles = new Map([...kb.articles.keys()].map((id) => [id, about(id)]))
  return (text, articleId) => {
    const article = articles.get(articleId)
    if (!article) return []
    const terms = toTerms(text)
    const vector = vectors.of(text)
    const marginsOf = (classes: Int32Array) =>
      weights ? scoreClasses(weights, vector, classes, -1) : classes.map((at) => (at < 0 ? -1 : 0))
    const [anywhere, here] = [marginsOf(article.anywhere), marginsOf(article.here)]
    const likelyAnywhere = scoreClasses(bayes, vector, article.anywhere, 0)
    const likelyHere = scoreClasses(bayes, vector, article.here, 0)
    const similarities = article.nearest(vector)
    const explained = explain(terms)
    const coverages = new Float32Array(article.names.length)
    const scores = coveredBy(text)
    for (const { document, place } of article.documents)
      coverages[place] = Math.max(coverages[place] as number, scores[document] as number)
    const rows = article.names.map((_, i) => [
      anywhere[i] ?? -1,
      here[i] ?? -1,
      likelyAnywhere[i] ?? 0,
      likelyHere[i] ?? 0,
      similarities[i] ?? 0,
      coverages[i] ?? 0,
      explained[article.keys[i] ?? 0] ?? 0,
    ])
    return article.names.map((name, i) => ({
      part: name,
      evidence: [...ahead(rows, i), name === 'main' ? 1 : 0],
    }))
  }
}

/** Each number, and how far it is ahead of the best other part. */
function ahead(rows: readonly (readonly number[])[], own: number): number[] {
  return (rows[own] ?? []).flatMap((value, k) => {
    const others = rows.filter((_, i) => i !== own).map((row) => row[k] ?? 0)
    return [value, value - Math.max(...others, LOWEST)]
  })
}

/** Where there is no other part. */
const LOWEST = -1
