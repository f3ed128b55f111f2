import type { Bag } from './bag.ts'
import { createExplain, indexExplained } from './explained.ts'
import { trainLinear } from './linear-classifier.ts'
import { trainBayes } from './naive-bayes.ts'
import { createNearest, indexNearest } from './nearest.ts'
import { createOwnTerms } from './own-terms.ts'
import { packWeights, scorePacked } from './packed-weights.ts'
import { seededRandom } from './random.ts'
import { EXPLAINING, type Terms } from './terms.ts'
import type { SparseVector } from './vectorizer.ts'

/** A text with the place of the part that it asks for, or that it is told in. */
export type PartText = { place: number; terms: Terms; vector: SparseVector; isExample: boolean }
/** What one article's own words say of each of its parts, in their order. */
export type OwnEvidence = {
  margins: Float32Array
  likelihoods: Float32Array
  similarities: Float32Array
  explained: Float32Array
}

/**
 * Knows one article: its parts are told from each other by its own texts, and no other article is a rival. So small
 * that it is learnt in a few milliseconds when the article is first asked for.
 */
export function createOwnParts(
  texts: readonly PartText[],
  parts: number,
  lengthOf: (letters: number) => number,
): (terms: Terms, vector: SparseVector) => OwnEvidence {
  const ownVector = ownVectors(texts.map(({ vector }) => vector))
  const ownLetters = ownBags(
    texts.map(({ terms }) => terms.letters),
    lengthOf,
  )
  const training = {
    vectors: texts.map(({ vector }) => ownVector.of(vector)),
    targets: texts.map(({ place }) => [place]),
    classes: parts,
    terms: ownVector.size,
  }
  const linear = packWeights(trainLinear({ ...training, random: seededRandom(2), rounds: ROUNDS }))
  const bayes = packWeights(trainBayes(training))
  const examples = texts.filter(({ isExample }) => isExample)
  const nearest = createNearest(
    indexNearest(
      examples.map(({ vector }) => ownVector.of(vector)),
      Int32Array.from(examples, ({ place }) => place),
      parts,
      ownVector.size,
    ),
  )
  const explain = createExplain(
    indexExplained(
      texts.map(({ terms, place }) => ({ letters: ownLetters.of(terms.letters), label: place })),
      parts,
      ownLetters,
    ),
  )
  return (terms, vector) => {
    const own = ownVector.of(vector)
    return {
      margins: scorePacked(linear, own),
      likelihoods: scorePacked(bayes, own),
      similarities: nearest(own),
      explained: explain(ownLetters.of(terms.letters)),
    }
  }
}

const ROUNDS = 5

/** Vectors without what none of these has. */
function ownVectors(vectors: readonly SparseVector[]) {
  const terms = createOwnTerms(vectors.map(({ indices }) => indices))
  return {
    size: terms.size,
    of({ indices, values }: SparseVector): SparseVector {
      const own = {
        indices: new Uint32Array(indices.length),
        values: new Float32Array(indices.length),
      }
      let end = 0
      for (let k = 0; k < indices.length; k++) {
        const term = terms.of(indices[k] as number)
        if (term < 0) continue
        own.indices[end] = term
        own.values[end++] = values[k] as number
      }
      return { indices: own.indices.subarray(0, end), values: own.values.subarray(0, end) }
    },
  }
}

/** Letter groups that none of these has are strangers, as those are that no text of ours has. */
function ownBags(bags: readonly Bag[], lengthOf: (letters: number) => number) {
  const terms = createOwnTerms(bags.map(({ ids }) => ids))
  const lengths = new Uint8Array(terms.size)
  for (const { ids } of bags) for (const id of ids) lengths[terms.of(id)] = lengthOf(id)
  return {
    size: () => terms.size,
    lengthOf: (own: number) => lengths[own] as number,
    of({ ids, counts, strangers }: Bag): Bag {
      const own = { ids: new Uint32Array(ids.length), counts: new Float32Array(ids.length) }
      let end = 0
      let strange = strangers
      for (let k = 0; k < ids.length; k++) {
        const id = terms.of(ids[k] as number)
        if (id >= 0) {
          own.ids[end] = id
          own.counts[end++] = counts[k] as number
        } else if (lengthOf(ids[k] as number) >= EXPLAINING) strange++
      }
      return {
        ids: own.ids.subarray(0, end),
        counts: own.counts.subarray(0, end),
        strangers: strange,
      }
    },
  }
}
