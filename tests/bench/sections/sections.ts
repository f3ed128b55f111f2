import type { Figures } from '#tests/bench/measure.ts'
import type { Run } from '#tests/bench/run.ts'
import { measureTurns } from './turns.ts'

export type Section = {
  name: string
  title: string
  measure(run: Run, figures: Figures): Promise<void>
}

export const sections: readonly Section[] = [
  { name: 'turns', title: 'Turns over HTTP, beside peers', measure: measureTurns },
]
