import type { Findings, Understanding } from '#conversation/findings.ts'
import type { Interpret } from '#dialogue/interpret.ts'
import type { OpenReader } from '#knowledge/search/open-reader.ts'

/** A busy machine takes a second to make a reader, before the wait and after it, and all of it fits into a turn's limit. */
export const LEARNING_PATIENCE_MS = 1_500

/**
 * While the phrasings are still being learnt, a sure reading is used at once (a press, a person, a cry for help, an
 * answer). One that would leave the citizen without an answer waits a little for the learnt reader, and is made again.
 */
export function surerOnceLearnt(
  interpret: Interpret,
  { current, trained }: OpenReader,
  patienceMs: number,
): Interpret {
  return async (conversation, heard) => {
    const reader = current()
    const first = await interpret(conversation, heard)
    if (isSure(first.understanding)) return first
    const late = Promise.withResolvers<void>()
    const timer = setTimeout(late.resolve, patienceMs)
    // A failed learning is told where it was started; here retrieval goes on alone.
    await Promise.race([trained.catch(() => {}), late.promise])
    clearTimeout(timer)
    return current() === reader ? first : again(interpret, conversation, heard, first)
  }
}

async function again(
  interpret: Interpret,
  ...[conversation, heard, first]: [...Parameters<Interpret>, Findings]
): Promise<Findings> {
  const second = await interpret(conversation, heard)
  return { ...second, ms: first.ms + second.ms }
}

function isSure({ kind }: Understanding): boolean {
  return !(['choose', 'unknown', 'out-of-scope', 'not-understood', 'other-language'] as const).some(
    (unsure) => unsure === kind,
  )
}
