import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCompoundSplitter } from '#knowledge/search/compounds.ts'
import { scoreLinear, trainLinear } from '#knowledge/search/linear-classifier.ts'
import { seededRandom } from '#knowledge/search/random.ts'
import { createExtractTerms, createTermTables } from '#knowledge/search/terms.ts'
import { tokenize } from '#knowledge/search/tokens.ts'
import { createVectorizer, fitVocabulary } from '#knowledge/search/vectorizer.ts'
import { share } from './stage.ts'

type Line = { utt: string; intent: string; partition: 'train' | 'dev' | 'test' }

/** The classifier alone on MASSIVE 1.1 da-DK: 60 intents, trained on `train`, measured on `test`. */
export async function measureMassive(benchmarks: string | undefined): Promise<readonly string[]> {
  if (!benchmarks) return ['SKIPPED MASSIVE da-DK: BENCHMARKS names no folder']
  const text = await readFirst([
    join(benchmarks, 'massive-da', 'da-DK.jsonl'),
    join(benchmarks, 'data', 'massive-da', 'da-DK.jsonl'),
  ])
  if (text === undefined) return ['SKIPPED MASSIVE da-DK: no massive-da/da-DK.jsonl in BENCHMARKS']
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line))
  const train = lines.filter(({ partition }) => partition === 'train')
  const test = lines.filter(({ partition }) => partition === 'test')
  const right = classify(train, test)
  return ['MASSIVE da-DK (60 intents, the classifier alone)', share('intent', right, test.length)]
}

async function readFirst(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return undefined
}

function classify(train: readonly Line[], test: readonly Line[]): number {
  const labels = [...new Set(train.map(({ intent }) => intent))]
  const split = createCompoundSplitter(count(train.flatMap(({ utt }) => tokenize(utt))))
  const tables = createTermTables()
  const extractTerms = createExtractTerms(tables, split)
  const terms = train.map(({ utt }) => extractTerms(utt))
  const vectorizer = createVectorizer(fitVocabulary(terms, tables), tables)
  const model = trainLinear({
    vectors: terms.map((one) => vectorizer.toVector(one)),
    targets: train.map(({ intent }) => [labels.indexOf(intent)]),
    classes: labels.length,
    terms: vectorizer.size,
    random: seededRandom(1),
  })
  return test.filter(({ utt, intent }) => {
    const scores = scoreLinear(model, vectorizer.toVector(extractTerms(utt)))
    return labels[scores.indexOf(Math.max(...scores))] === intent
  }).length
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
