import { describe, expect, it } from 'vitest'
import { createCounter } from './bag.ts'
import { createBm25, indexBm25 } from './bm25.ts'
import { createNearest, indexNearest } from './nearest.ts'
import { createTermTable } from './term-table.ts'

const table = createTermTable()
const counter = createCounter()
const words = (text: string) => {
  const ids = text.split(' ').map((word) => table.enter(word))
  for (const id of ids.filter((one) => one >= 0)) counter.add(id, 1)
  return counter.take(ids.filter((one) => one < 0).length)
}

describe('BM25', () => {
  const documents = [words('pas pris gebyr'), words('sofa madras'), words('pas barn')]
  const search = createBm25(indexBm25(documents, table.size()))
  table.settle()

  it('ranks what covers most of the question', () => {
    const [price, sofa, child] = search(words('pas pris'))
    expect(price).toBeGreaterThan(child ?? 0)
    expect(sofa).toBe(0)
  })

  it('counts words that nobody knows against everybody', () => {
    const [known] = search(words('pas pris'))
    const [half] = search(words('pas pris svømmehal'))
    expect(half).toBeLessThan(known ?? 0)
  })
})

describe('the nearest example', () => {
  const unit = (...indices: number[]) => ({
    indices: Uint32Array.from(indices),
    values: Float32Array.from(indices, () => 1 / Math.sqrt(indices.length)),
  })

  it('of each group is found by its cosine', () => {
    const examples = [unit(0, 1), unit(0, 2), unit(3)]
    const nearest = createNearest(indexNearest(examples, Int32Array.of(0, 0, 1), 2, 4))
    const [first, second] = nearest(unit(0, 1))
    expect(first).toBeCloseTo(1)
    expect(second).toBe(0)
  })
})
