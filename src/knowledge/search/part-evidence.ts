import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { Corpus } from './corpus.ts'
import type { LetterTable } from './letter-table.ts'
import { trainBayes } from './naive-bayes.ts'
import { createOwnParts, type PartText } from './own-parts.ts'
import { type PackedWeights, packWeights, scoreClasses } from './packed-weights.ts'
import { linesOf, type PartSample, partTraining } from './part-training.ts'
import type { Vectors } from './vectors.ts'

export type PartEvidence = { part: string; evidence: number[] }
export type GatherParts = (text: string, articleId: string) => PartEvidence[]

/** Plain data: which names of parts many articles share, and how likely words are in parts of each. */
export type PartIndex = { names: readonly string[]; bayes: PackedWeights }

export function indexParts(
  corpus: Pick<Corpus, 'documents'>,
  vectors: Vectors,
  samples: readonly PartSample[],
): PartIndex {
  const training = partTraining(samples, corpus, vectors)
  return { names: training.names, bayes: packWeights(trainBayes(training)) }
}

/**
 * What speaks for each part of an article: its name, learnt across all topics, since "hvad koster det" is the same
 * everywhere, and the article's own examples and texts.
 */
export function createGatherParts(
  kb: Pick<KnowledgeBase, 'articles'>,
  { documents, tables, toTerms, coveredBy }: PartTexts,
  vectors: Vectors,
  samples: readonly PartSample[],
  { names: shared, bayes }: PartIndex,
  weights: PackedWeights | null,
): GatherParts {
  const classIndex = new Map(shared.map((name, i) => [name, i]))
  const samplesOf = Map.groupBy(samples, ({ articleId }) => articleId)
  const about = (articleId: string) => {
    const names = kb.articles.get(articleId)?.da.parts.map(({ name }) => name) ?? []
    const placeOf = new Map(names.map((name, i) => [name, i]))
    const own = documents.flatMap((document, index) =>
      document.articleId === articleId ? [{ ...document, index }] : [],
    )
    const partText = ({ text, part }: PartSample, isExample: boolean): PartText[] => {
      const place = placeOf.get(part)
      if (place === undefined) return []
      return [{ place, terms: toTerms(text), vector: vectors.of(text), isExample }]
    }
    return {
      names,
      classes: Int32Array.from(names, (name) => classIndex.get(name) ?? -1),
      documents: own.flatMap(({ part, index }) => {
        const place = placeOf.get(part)
        return place === undefined ? [] : [{ index, place }]
      }),
      weigh: createOwnParts(
        [
          ...(samplesOf.get(articleId) ?? []).flatMap((sample) => partText(sample, true)),
          ...linesOf(own).flatMap((line) => partText(line, false)),
        ],
        names.length,
        tables.letters.lengthOf,
      ),
    }
  }
  const known = new Map<string, ReturnType<typeof about>>()
  return (text, articleId) => {
    if (!kb.articles.has(articleId)) return []
    const article = known.get(articleId) ?? about(articleId)
    known.set(articleId, article)
    const vector = vectors.of(text)
    const own = article.weigh(toTerms(text), vector)
    const named = weights
      ? scoreClasses(weights, vector, article.classes, -1)
      : article.classes.map((at) => (at < 0 ? -1 : 0))
    const likelyNamed = scoreClasses(bayes, vector, article.classes, 0)
    const coverages = new Float32Array(article.names.length)
    const scores = coveredBy(text)
    for (const { index, place } of article.documents)
      coverages[place] = Math.max(coverages[place] as number, scores[index] as number)
    const rows = article.names.map((_, i) => [
      named[i] ?? -1,
      own.margins[i] ?? -1,
      likelyNamed[i] ?? 0,
      own.likelihoods[i] ?? 0,
      own.similarities[i] ?? 0,
      coverages[i] ?? 0,
      own.explained[i] ?? 0,
    ])
    return article.names.map((name, i) => ({
      part: name,
      evidence: [...ahead(rows, i), name === 'main' ? 1 : 0],
    }))
  }
}

type PartTexts = Pick<Corpus, 'documents' | 'toTerms' | 'coveredBy'> & {
  tables: { letters: Pick<LetterTable, 'lengthOf'> }
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
