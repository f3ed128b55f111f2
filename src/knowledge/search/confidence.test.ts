import { describe, expect, it } from 'vitest'
import { confidence, fitCalibration } from './calibration.ts'
import { lowestThreshold, worthiestThreshold } from './held-back-thresholds.ts'

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

describe('a threshold', () => {
  // From 0.4 on every other one is right, from 0.8 on all are.
  const held = Array.from({ length: 100 }, (_, i) => ({
    confidence: i / 100,
    isRight: i >= 80 || (i >= 40 && i % 2 === 0),
  }))

  it('of a guard lets through as many others as are allowed, and no more', () => {
    // 160 others in all, most of them too far away to be among these.
    expect(lowestThreshold(held, 0, 200)).toBe(0.8)
    expect(lowestThreshold(held, 10 / 160, 200)).toBe(0.6)
    expect(lowestThreshold(held, 20 / 160, 200)).toBe(0.4)
  })

  it('of an answer is higher, the more a mistake costs', () => {
    expect(worthiestThreshold(held, 0.5)).toBe(0.4)
    expect(worthiestThreshold(held, 2)).toBe(0.8)
  })

  it('is never so low that noise passes', () => {
    const noise = [{ confidence: 0.01, isRight: true }]
    expect(lowestThreshold(noise, 0.5, 2)).toBe(0.08)
    expect(worthiestThreshold(noise, 2)).toBe(0.25)
  })
})
