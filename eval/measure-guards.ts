import { familyOf } from '#knowledge/search/label-kind.ts'
import type { Mode, Read } from './read-by-others.ts'
import { share } from './stage.ts'

/** How many of those meant a guard catches, and how many others it catches as well. */
export function measureGuards({ read, thresholdOf }: Mode): string[] {
  return ['crisis', 'human', 'own-case', 'decision'].flatMap((guard) => {
    const fires = ({ reading }: Read) => reading.confidenceIn(guard) >= thresholdOf(guard)
    const meant = read.filter(({ label }) => familyOf(label) === guard)
    const others = read.filter(({ label }) => familyOf(label) !== guard)
    return [
      share(`${guard}: caught`, meant.filter(fires).length, meant.length),
      share(`${guard}: false alarms`, others.filter(fires).length, others.length),
    ]
  })
}
