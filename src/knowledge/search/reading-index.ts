import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import type { Bm25Index } from './bm25.ts'
import { buildCorpus, type Corpus } from './corpus.ts'
import { type EvidenceIndex, indexEvidence } from './evidence.ts'
import { partSamples } from './learn-parts.ts'
import type { OwnWords } from './own-words.ts'
import { indexParts, type PartIndex } from './part-evidence.ts'
import { type KnownTerms, knownTerms } from './terms.ts'
import { indexTopicsByWord, type TopicsByWord } from './topics-by-word.ts'
import { fitVocabulary, type Vocabulary } from './vectorizer.ts'
import { createVectors, type Vectors } from './vectors.ts'

/** All that a reader looks things up in, as plain data: building it takes seconds, and opening it milliseconds. */
export type ReadingIndex = {
  labels: readonly string[]
  words: OwnWords
  terms: KnownTerms
  vocabulary: Vocabulary
  coverage: Bm25Index
  evidence: EvidenceIndex
  parts: PartIndex
  topics: TopicsByWord
}

/** What everything is learnt and built from. */
export type Material = { corpus: Corpus; vocabulary: Vocabulary; vectors: Vectors }

export function materialOf(kb: Pick<KnowledgeBase, 'articles' | 'intents'>): Material {
  const corpus = buildCorpus(kb)
  const vocabulary = vocabularyOf(corpus)
  return { corpus, vocabulary, vectors: createVectors(corpus, vocabulary) }
}

export function vocabularyOf({ samples, documents, tables, toTerms }: Corpus): Vocabulary {
  const texts = [...samples, ...documents].map(({ text }) => toTerms(text))
  return fitVocabulary(texts, tables)
}

/** Of material that no other texts have been read with: each would make its terms known. */
export function buildIndex(
  kb: Pick<KnowledgeBase, 'articles'>,
  { corpus, vocabulary, vectors }: Material,
): ReadingIndex {
  const evidence = indexEvidence(corpus, corpus.samples, vectors)
  const parts = indexParts(corpus, vectors, partSamples(kb, corpus))
  return {
    labels: corpus.labels,
    words: corpus.words,
    vocabulary,
    coverage: corpus.coverage,
    evidence,
    parts,
    topics: indexTopicsByWord(corpus, kb.articles),
    // Last: what the others read is known, too.
    terms: knownTerms(corpus.tables),
  }
}
