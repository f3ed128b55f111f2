import type { LinearWeights } from './linear-classifier.ts'
import type { SparseVector } from './vectorizer.ts'

/**
 * How much likelier each term is in the texts of a class than in all others (complement naive Bayes, Rennie et al.,
 * ICML 2003). One pass over the examples: it is there at once, and it errs elsewhere than the vector machine.
 */
export function trainBayes(training: {
  vectors: readonly SparseVector[]
  targets: readonly (readonly number[])[]
  classes: number
  terms: number
}): LinearWeights {
  const { vectors, targets, classes, terms } = training
  const weights = new Float32Array(terms * classes)
  const everywhere = new Float32Array(terms)
  const totals = new Float64Array(classes)
  let total = 0
  for (const [example, { indices, values }] of vectors.entries()) {
    const own = targets[example] ?? []
    for (let k = 0; k < indices.length; k++) {
      const term = indices[k] as number
      const value = values[k] as number
      everywhere[term] = (everywhere[term] as number) + value
      total += value
      for (let i = 0; i < own.length; i++) {
        const c = own[i] as number
        weights[term * classes + c] = (weights[term * classes + c] as number) + value
        totals[c] = (totals[c] as number) + value
      }
    }
  }
  const prior = UNSEEN * terms
  const ratios = totals.map((own) => Math.log((total - own + prior) / (own + prior)))
  for (let term = 0; term < terms; term++) {
    const all = (everywhere[term] as number) + UNSEEN
    // Most terms are in few classes: one logarithm serves all the others.
    const unseen = Math.log(UNSEEN / all)
    for (let c = 0; c < classes; c++) {
      const at = term * classes + c
      const own = weights[at] as number
      const ratio = own === 0 ? unseen : Math.log((own + UNSEEN) / (all - own))
      weights[at] = ratio + (ratios[c] as number)
    }
  }
  return { classes, weights, bias: new Float32Array(classes) }
}

/** As if every term had been seen this often in every class. */
const UNSEEN = 0.1
