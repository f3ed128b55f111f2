import type { Language } from '#conversation/events.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Bm25Index, createBm25, indexBm25 } from './bm25.ts'
import { createCompoundSplitter, type SplitCompound } from './compounds.ts'
import { keepTexts } from './keep-texts.ts'
import { familyOf } from './label-kind.ts'
import { frequenciesOf, indexOwnWords, type OwnWords } from './own-words.ts'
import { collectSamples, type Sample } from './samples.ts'
import { createExtractTerms, createTermTables, type Terms, type TermTables } from './terms.ts'

/** All texts that understanding rests on, in order: everything else is derived from it. */
export type Corpus = {
  samples: readonly Sample[]
  labels: readonly string[]
  documents: readonly ArticleDocument[]
  words: OwnWords
  coverage: Bm25Index
  split: SplitCompound
  tables: TermTables
  toTerms(text: string): Terms
  /** How much of a text each document covers, in their order. */
  coveredBy(text: string): Float32Array
  /** Everything is built: from now on texts come and go. */
  settle(): void
}
/** One part of one article in one language, as a text to search in. */
export type ArticleDocument = { articleId: string; part: string; language: Language; text: string }

/** Terms are kept, since building needs those of each text many times, until `settle` is called. */
export function buildCorpus(kb: Pick<KnowledgeBase, 'articles' | 'intents'>): Corpus {
  const samples = collectSamples(kb)
  const documents = articleDocuments(kb)
  const words = indexOwnWords([...samples, ...documents])
  const split = createCompoundSplitter(frequenciesOf(words))
  const tables = createTermTables()
  const { of: toTerms, settle } = keepTexts(createExtractTerms(tables, split))
  const coverage = indexBm25(
    documents.map(({ text }) => toTerms(text).words),
    tables.words.size(),
  )
  const search = createBm25(coverage)
  const covered = keepTexts((text) => search(toTerms(text).words))
  const labels = [...kb.articles.keys(), ...samples.map(({ label }) => label)]
  return {
    samples,
    labels: [...new Set(labels.flatMap((label) => [label, familyOf(label)]))].sort(),
    documents,
    words,
    coverage,
    split,
    tables,
    toTerms,
    coveredBy: covered.of,
    settle() {
      settle()
      covered.settle()
      tables.letters.settle()
      tables.words.settle()
    },
  }
}

export function articleDocuments({
  articles,
  intents,
}: Pick<KnowledgeBase, 'articles' | 'intents'>) {
  const documents: ArticleDocument[] = []
  for (const [articleId, article] of articles) {
    for (const language of ['da', 'en'] as const) {
      const { title, parts } = article[language]
      const about = intents.get(articleId)?.description[language] ?? ''
      for (const { name, asks, web } of parts) {
        const heading = name === 'main' ? `${title}. ${about}. ${asks}` : `${title}. ${asks}`
        documents.push({ articleId, part: name, language, text: `${heading}\n${plain(web)}` })
      }
    }
  }
  return documents
}

function plain(markdown: string): string {
  return markdown.replace(/\{\{[^}]*\}\}/g, ' ').replace(/\]\([^)]*\)/g, ' ')
}
