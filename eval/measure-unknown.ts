import { bandOf } from '#dialogue/interpret/band.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { NO_ARTICLE, OUT_OF_SCOPE } from '#knowledge/search/samples.ts'
import { areaUnderCurve, falseAlarmsAt } from './curve.ts'
import type { Mode, Read } from './read-by-others.ts'
import { share } from './stage.ts'

/** Questions that no article answers: near ones are ours without a text yet, the others are not ours. */
export function measureUnknown({ read, thresholdOf }: Mode, { articles }: KnowledgeBase): string[] {
  const best = ({ reading }: Read) => reading.topics[0]?.confidence ?? 0
  const known = read.filter(({ label }) => articles.has(label)).map(best)
  return [NO_ARTICLE, OUT_OF_SCOPE].flatMap((label) => {
    const others = read.filter((one) => one.label === label)
    const inBand = (band: string) =>
      others.filter(({ reading }) => bandOf(reading, thresholdOf('answer')) === band).length
    const name = label === NO_ARTICLE ? 'without an article' : 'out of scope'
    const scores = others.map(best)
    return [
      `  ${name.padEnd(34)} ${areaUnderCurve(known, scores).toFixed(3)}    AUROC, ${known.length} known against ${others.length}`,
      share(`${name}: pass at 95 % known`, falseAlarmsAt(0.95, known, scores), others.length),
      share(`${name}: wrong article`, inBand('answer'), others.length),
      share(`${name}: asked back`, inBand('choose'), others.length),
    ]
  })
}
