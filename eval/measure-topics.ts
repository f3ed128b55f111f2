import { bandOf } from '#dialogue/interpret/band.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { NO_ARTICLE, OUT_OF_SCOPE } from '#knowledge/search/samples.ts'
import type { Mode, Read } from './read-by-others.ts'
import { share } from './stage.ts'

/** Questions that an article answers: is it found, and what happens then. */
export function measureTopics({ read, thresholdOf }: Mode, { articles }: KnowledgeBase): string[] {
  const asked = read.filter(({ label, origin }) => articles.has(label) && origin !== 'decoy')
  const origins = [...new Set(asked.map(({ origin }) => origin))]
  const band = ({ reading }: Read) => bandOf(reading, thresholdOf('answer'))
  const answered = asked.filter((one) => band(one) === 'answer')
  const chosen = asked.filter((one) => band(one) === 'choose')
  const isFirst = (one: Read) => isAmong(one, 1)
  return [
    ...origins.map((origin) => {
      const own = asked.filter((one) => one.origin === origin)
      return share(`topic, first (${origin})`, own.filter(isFirst).length, own.length)
    }),
    share('topic, first', asked.filter(isFirst).length, asked.length),
    share(
      'topic, among the first three',
      asked.filter((one) => isAmong(one, 3)).length,
      asked.length,
    ),
    share('answered', answered.length, asked.length),
    share('right when answered', answered.filter(isFirst).length, answered.length),
    share('asked back', chosen.length, asked.length),
    share(
      'right one among those asked',
      chosen.filter((one) => isAmong(one, 2)).length,
      chosen.length,
    ),
    ...confusions(
      read.filter(
        ({ label }) => articles.has(label) || label === NO_ARTICLE || label === OUT_OF_SCOPE,
      ),
      band,
    ),
  ]
}

function isAmong({ reading, label }: Read, first: number): boolean {
  return reading.topics.slice(0, first).some((topic) => topic.label === label)
}

/** What was most often answered instead. */
function confusions(read: readonly Read[], band: (one: Read) => string): string[] {
  const counts = new Map<string, number>()
  for (const one of read) {
    const got = one.reading.topics[0]?.label ?? ''
    if (band(one) !== 'answer' || got === one.label) continue
    const pair = `${one.label} answered as ${got}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([pair, count]) => `    ${count} × ${pair}`)
}

const MOST = 8
