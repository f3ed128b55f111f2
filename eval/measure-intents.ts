import { confidence } from '#knowledge/search/calibration.ts'
import { evidenceFor } from '#knowledge/search/evidence.ts'
import { heldOut } from '#knowledge/search/held-out.ts'
import { familyOf, kindOf } from '#knowledge/search/label-kind.ts'
import { NO_ARTICLE, OUT_OF_SCOPE, type Sample } from '#knowledge/search/samples.ts'
import { areaUnderCurve, falseAlarmsAt } from './curve.ts'
import { type Material, type Stage, share } from './stage.ts'

type Read = Sample & { of: ReadonlyMap<string, number> }

/** Intents, guards and unknown questions; each author's phrasings are read by a model that knows only the others'. */
export const measureIntents: Stage = (material) => {
  const read = readByOthers(material)
  return [
    'Intents (each origin held out)',
    ...topics(read, material),
    ...unknown(read, material),
    ...guards(read, material),
  ]
}

function readByOthers({ kb, corpus, vectors, learnt }: Material): Read[] {
  const { labels } = corpus
  const families = labels.map(familyOf)
  const kinds = labels.map((label) => kindOf(label, kb.articles))
  // Decoys have no author; they are held out in thirds.
  const foldNames = [...new Set(corpus.samples.map(({ origin }) => origin))]
  const foldOf = ({ origin }: Sample, index: number) =>
    origin === 'decoy' ? foldNames.length + (index % 3) : foldNames.indexOf(origin)
  return [...heldOut(corpus, vectors, foldOf)].flatMap(({ held, gather }) =>
    held.map((sample) => {
      const evidence = gather(sample.text)
      const weigh = (label: string, i: number) =>
        [
          label,
          confidence(learnt.calibrations[kinds[i] ?? 'talk'], evidenceFor(evidence, i, families)),
        ] as const
      return { ...sample, of: new Map(labels.map(weigh)) }
    }),
  )
}

function topics(read: readonly Read[], { kb, learnt }: Material): string[] {
  const { answer: answerFrom = 0 } = learnt.thresholds
  const asked = read.filter(({ label, origin }) => kb.articles.has(label) && origin !== 'decoy')
  const ranked = asked.map((one) => ({ ...one, ranked: rankTopics(one, kb.articles.keys()) }))
  const sure = ranked.filter(({ ranked: [best] }) => best && best[1] >= answerFrom)
  const origins = [...new Set(ranked.map(({ origin }) => origin))]
  return [
    ...origins.map((origin) => {
      const own = ranked.filter((one) => one.origin === origin)
      return share(`topic, first (${origin})`, own.filter(isFirst).length, own.length)
    }),
    share('topic, first', ranked.filter(isFirst).length, ranked.length),
    share(
      'topic, among the first three',
      ranked.filter((one) => one.ranked.slice(0, 3).some(([label]) => label === one.label)).length,
      ranked.length,
    ),
    share('sure enough to answer', sure.length, ranked.length),
    share('right when sure', sure.filter(isFirst).length, sure.length),
  ]
}

function isFirst({
  ranked,
  label,
}: {
  ranked: readonly (readonly [string, number])[]
  label: string
}) {
  return ranked[0]?.[0] === label
}

function rankTopics({ of }: Read, ids: Iterable<string>): (readonly [string, number])[] {
  return [...ids].map((id) => [id, of.get(id) ?? 0] as const).sort((a, b) => b[1] - a[1])
}

function unknown(read: readonly Read[], { kb, learnt }: Material): string[] {
  const { answer: answerFrom = 0 } = learnt.thresholds
  const best = (one: Read) => rankTopics(one, kb.articles.keys())[0]?.[1] ?? 0
  const known = read.filter(({ label }) => kb.articles.has(label)).map(best)
  return [NO_ARTICLE, OUT_OF_SCOPE].flatMap((label) => {
    const others = read.filter((one) => one.label === label).map(best)
    const answered = others.filter((confidence) => confidence >= answerFrom)
    const name = label === NO_ARTICLE ? 'near unknown' : 'out of scope'
    return [
      `  ${name.padEnd(34)} ${areaUnderCurve(known, others).toFixed(3)}    AUROC, ${known.length} known against ${others.length}`,
      share(
        `${name}: let through at 95 % known`,
        falseAlarmsAt(0.95, known, others),
        others.length,
      ),
      share(`${name}: answered wrongly`, answered.length, others.length),
    ]
  })
}

function guards(read: readonly Read[], { learnt }: Material): string[] {
  return ['crisis', 'human', 'own-case', 'decision'].flatMap((guard) => {
    const fires = ({ of }: Read) => (of.get(guard) ?? 0) >= (learnt.thresholds[guard] ?? 1)
    const meant = read.filter(({ label }) => familyOf(label) === guard)
    const others = read.filter(({ label }) => familyOf(label) !== guard)
    return [
      share(`${guard}: caught`, meant.filter(fires).length, meant.length),
      share(`${guard}: false alarms`, others.filter(fires).length, others.length),
    ]
  })
}
