import type { Dialogue, Received } from '#dialogue/dialogue.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'

/** Longer than a turn may take, so that whoever waits sees also the reply that says it failed. */
export const ANSWER_LIMIT_MS = 6_000
/** An answer takes milliseconds; after this long it is asked whether any is to come. */
const LOOK_AFTER_MS = 500
/** Nobody reads it; without one, each request would make an error with a stack. */
const ENOUGH = 'enough'

export type Answer = { received: Received; answered: boolean; lines: readonly TranscriptLine[] }

/** Says something and waits for the lines that come of it; `answered` is false when none answers it by itself. */
export async function answerTo(
  dialogue: Dialogue,
  conversationId: string,
  say: () => Promise<Received>,
  limitMs = ANSWER_LIMIT_MS,
): Promise<Answer> {
  const enough = new AbortController()
  // Following starts before anything is said: whatever comes of it comes after.
  const following = dialogue.follow(conversationId, 'now', enough.signal)[Symbol.asyncIterator]()
  const timers: NodeJS.Timeout[] = []
  try {
    let next = following.next()
    const received = await say()
    if (received.state !== 'recorded') return { received, answered: false, lines: [] }
    const { utteranceId } = received
    const look = async () => {
      if (!(await dialogue.standing(conversationId)).thinking) enough.abort(ENOUGH)
    }
    timers.push(setTimeout(() => enough.abort(ENOUGH), limitMs))
    timers.push(setTimeout(() => void look().catch(() => enough.abort(ENOUGH)), LOOK_AFTER_MS))
    const lines: TranscriptLine[] = []
    for (let batch = await next; batch.done !== true; batch = await next) {
      lines.push(...batch.value)
      const at = lines.findIndex((line) => line.by === 'citizen' && line.id === utteranceId)
      const since = at < 0 ? [] : lines.slice(at)
      if (since.some((line) => answers(line, utteranceId)))
        return { received, answered: true, lines: since }
      next = following.next()
    }
    const at = lines.findIndex((line) => line.by === 'citizen' && line.id === utteranceId)
    return { received, answered: false, lines: at < 0 ? [] : lines.slice(at) }
  } finally {
    enough.abort(ENOUGH)
    for (const timer of timers) clearTimeout(timer)
  }
}

function answers(line: TranscriptLine, utteranceId: string): boolean {
  return line.by === 'bot' && line.utteranceIds.includes(utteranceId)
}
