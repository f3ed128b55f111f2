import { describe, expect, it } from 'vitest'
import { confidence, fitCalibration } from './calibration.ts'
import { cheapestThreshold } from './prices.ts'

describe('confidence', () => {
  it('is how often such evidence was right', () => {
    // Strong evidence was right nine times in ten, weak evidence once.
    const evidence = Array.from({ length: 200 }, (_, i) => [i % 2])
    const isRight = evidence.map(([strong], i) => i % 20 < 2 !== (strong === 1))
    const calibration = fitCalibration(evidence, isRight, [0, 0], 0.01)
    expect(confidence(calibration, [1])).toBeCloseTo(0.9, 1)
    expect(confidence(calibration, [0])).toBeCloseTo(0.1, 1)
  })

  it('stays near what was known before when little is held back', () => {
    const before = [4, -2]
    const calibration = fitCalibration([[0]], [false], before)
    expect(confidence(calibration, [1])).toBeCloseTo(confidence(before, [1]), 1)
  })
})

describe('the cheapest threshold', () => {
  // From 0.4 on every other one is right, from 0.8 on all are.
  const held = Array.from({ length: 100 }, (_, i) => ({
    confidence: i / 100,
    isRight: i >= 80 || (i >= 40 && i % 2 === 0),
  }))

  it('is lower for what must not be missed', () => {
    const costly = cheapestThreshold(held, { share: 0.5, missCosts: 10 }, held.length)
    const cheap = cheapestThreshold(held, { share: 0.5, missCosts: 0.5 }, held.length)
    expect(costly).toBe(0.4)
    expect(cheap).toBeGreaterThan(costly)
  })

  it('is never so low that noise passes', () => {
    const noise = [
      { confidence: 0.01, isRight: true },
      { confidence: 0, isRight: false },
    ]
    expect(cheapestThreshold(noise, { share: 0.5, missCosts: 10 }, 2)).toBe(0.25)
  })
})
