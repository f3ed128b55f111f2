import { confidence } from '#knowledge/search/calibration.ts'
import { heldOutParts } from '#knowledge/search/learn-parts.ts'
import { type Stage, share } from './stage.ts'

/** Which part of the right article is found, on examples that were held back. */
export const measureParts: Stage = ({ kb, corpus, vectors, learnt }) => {
  const found = [...heldOutParts(kb, corpus, vectors, true)].map(({ part, candidates }) => {
    const weigh = (evidence: readonly number[]) => confidence(learnt.parts.calibration, evidence)
    const [best] = [...candidates].sort((a, b) => weigh(b.evidence) - weigh(a.evidence))
    return { part, best: best?.part }
  })
  const main = found.filter(({ part }) => part === 'main')
  const others = found.filter(({ part }) => part !== 'main')
  const isRight = ({ part, best }: { part: string; best: string | undefined }) => part === best
  return [
    'Parts of the right article (a third held out at a time)',
    share('part', found.filter(isRight).length, found.length),
    share('main is meant and found', main.filter(isRight).length, main.length),
    share('another is meant and found', others.filter(isRight).length, others.length),
  ]
}
