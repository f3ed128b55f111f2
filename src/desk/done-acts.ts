import type { ActResult } from './frames.ts'

const MAX_REMEMBERED = 2000

/** What became of acts, so that one sent again after a broken connection is not done twice. */
export function doneActs() {
  const results = new Map<string, Promise<ActResult>>()
  return {
    once(key: string, run: () => Promise<ActResult>): Promise<ActResult> {
      const before = results.get(key)
      if (before !== undefined) return before
      const result = run()
      results.set(key, result)
      const oldest = results.keys().next()
      if (results.size > MAX_REMEMBERED && !oldest.done) results.delete(oldest.value)
      // What failed may be tried again.
      const forget = () => void results.delete(key)
      void result.then(({ state }) => state === 'refused' && forget(), forget)
      return result
    },
  }
}
export type DoneActs = ReturnType<typeof doneActs>
