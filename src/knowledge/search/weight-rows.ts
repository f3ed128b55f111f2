import { addRows } from './add-rows.ts'
import type { SparseVector } from './vectorizer.ts'

/** Weights while they are learnt, and the two things that training does with them most. */
export type WeightRows = {
  /** A row of classes for each term. */
  weights: Float32Array
  bias: Float32Array
  /** The margin of each class for the text that was scored last. */
  scores: Float32Array
  score(vector: SparseVector): void
  /** A step for each class, most of them 0. */
  steps: Float32Array
  /** Takes the steps, in the rows of the text's terms. */
  learn(vector: SparseVector): void
}

/**
 * Zeros at first; no vector has more than `longest` terms. With many classes four are done at a time by
 * `weight-rows.wat`, which takes a third of the time; its sums are in single precision, as the weights are.
 */
export function createWeightRows(terms: number, classes: number, longest: number): WeightRows {
  return classes < MANY ? plainRows(terms, classes) : wideRows(terms, classes, longest)
}

const MANY = 16

function plainRows(terms: number, classes: number): WeightRows {
  const weights = new Float32Array(terms * classes)
  const bias = new Float32Array(classes)
  const scores = new Float32Array(classes)
  const steps = new Float32Array(classes)
  return {
    weights,
    bias,
    scores,
    score({ indices, values }) {
      scores.set(bias)
      addRows(scores, weights, indices, values)
    },
    steps,
    learn({ indices, values }) {
      for (let k = 0; k < indices.length; k++) {
        const row = (indices[k] as number) * classes
        const value = values[k] as number
        for (let c = 0; c < classes; c++)
          weights[row + c] = (weights[row + c] as number) + value * (steps[c] as number)
      }
    },
  }
}

function wideRows(terms: number, classes: number, longest: number): WeightRows {
  // Four terms at a time: of the last few, some may be no terms, with the value 0.
  const room = 4 * Math.ceil(longest / 4)
  // One after the other in one memory, where the code finds them by their place.
  const sizes = { scores: classes, steps: classes, indices: room, values: room }
  const stepsAt = BYTES * sizes.scores
  const indicesAt = stepsAt + BYTES * sizes.steps
  const valuesAt = indicesAt + BYTES * sizes.indices
  const weightsAt = valuesAt + BYTES * sizes.values
  const row = BYTES * classes
  const memory = new WebAssembly.Memory({ initial: Math.ceil((weightsAt + row * terms) / PAGE) })
  const { exports } = new WebAssembly.Instance(wideCode(), { outside: { memory } })
  const bias = new Float32Array(classes)
  const scores = new Float32Array(memory.buffer, 0, sizes.scores)
  const indices = new Uint32Array(memory.buffer, indicesAt, sizes.indices)
  const values = new Float32Array(memory.buffer, valuesAt, sizes.values)
  const place = (vector: SparseVector) => {
    const { length } = vector.indices
    indices.set(vector.indices)
    values.set(vector.values)
    for (let k = length; k % 4 !== 0; k++) {
      indices[k] = 0
      values[k] = 0
    }
    return BYTES * length
  }
  return {
    weights: new Float32Array(memory.buffer, weightsAt, terms * classes),
    bias,
    scores,
    score(vector) {
      scores.set(bias)
      const count = place(vector)
      if (count > 0) exports.score(0, weightsAt, indicesAt, valuesAt, count, row)
    },
    steps: new Float32Array(memory.buffer, stepsAt, sizes.steps),
    learn(vector) {
      const count = place(vector)
      if (count > 0) exports.learn(stepsAt, weightsAt, indicesAt, valuesAt, count, row)
    },
  }
}

const BYTES = 4
const PAGE = 65_536

let compiled: object | undefined
function wideCode(): object {
  compiled ??= new WebAssembly.Module(Buffer.from(CODE.join(''), 'base64'))
  return compiled
}

/** `weight-rows.wat` as `wat2wasm` writes it. */
const CODE = [
  'AGFzbQEAAAABCgFgBn9/f39/fwACEwEHb3V0c2lkZQZtZW1vcnkCAAEDAwIAAAcRAgVzY29yZQAABWxlYXJuAAEK8AMC0wIE',
  'A38BewR/BHsgBUEQayEIA0AgASAFIAIgBmooAgBsaiEKIAMgBmr9CQIAIQ4gASAFIAIgBmooAgRsaiELIAMgBmr9CQIEIQ8g',
  'ASAFIAIgBmooAghsaiEMIAMgBmr9CQIIIRAgASAFIAIgBmooAgxsaiENIAMgBmr9CQIMIREgACAIav0AAAAhCUEAIQcDQCAA',
  'IAdqIAAgB2r9AAAAIA4gCiAHav0AAAD95gH95AEgDyALIAdq/QAAAP3mAf3kASAQIAwgB2r9AAAA/eYB/eQBIBEgDSAHav0A',
  'AAD95gH95AH9CwAAIAdBEGohByAHIAhIDQALIAAgCGogCSAOIAogCGr9AAAA/eYB/eQBIA8gCyAIav0AAAD95gH95AEgECAM',
  'IAhq/QAAAP3mAf3kASARIA0gCGr9AAAA/eYB/eQB/QsAACAGQRBqIQYgBiAESQ0ACwuYAQIEfwJ7IAVBEGshCANAIAEgBSAC',
  'IAZqKAIAbGohCSADIAZq/QkCACEKIAkgCGr9AAAAIQtBACEHA0AgCSAHaiAJIAdq/QAAACAKIAAgB2r9AAAA/eYB/eQB/QsA',
  'ACAHQRBqIQcgByAISA0ACyAJIAhqIAsgCiAAIAhq/QAAAP3mAf3kAf0LAAAgBkEEaiEGIAYgBEkNAAsL',
]

type Run = (steps: number, weights: number, ...more: readonly number[]) => void
/** As far as we use it: Node has it, and its types do not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer }
  Module: new (code: Uint8Array) => object
  Instance: new (
    module: object,
    imports: { outside: { memory: object } },
  ) => { exports: { score: Run; learn: Run } }
}
