import { inWords } from '#tests/faults/leak/figures.ts'
import { leaks } from '#tests/faults/leak/leaks.ts'
import { measureLeak } from '#tests/faults/leak/measure-leak.ts'

const FIRST = 2_000
const ALL = 10_000

/** Answers how many kinds of thing leaked. */
export async function withoutLeak(say: (line: string) => void): Promise<number> {
  say(`leak: ${ALL} conversations`)
  const { before, after } = await measureLeak({ first: FIRST, all: ALL })
  say(`after ${FIRST} conversations: ${inWords(before)}`)
  say(`after ${ALL} conversations: ${inWords(after)}`)
  const found = leaks(before, after)
  for (const fact of found) say(`leak: ${fact}`)
  say(`leak: ${found.length === 0 ? 'none' : found.length} over ${ALL} conversations`)
  return found.length
}
