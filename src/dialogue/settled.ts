import { awaitsBot, replay } from '#conversation/conversation.ts'
import type { Clock } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { DueTimes, EventLog, Recorded } from './ports.ts'

type Deps = {
  log: EventLog
  dues: DueTimes
  clock: Clock
  isMeeting(conversationId: string): boolean
}

const LOOK_AGAIN_MS = 20
const RIPE_AT_MOST = 1_000

/** The events of a conversation once the bot owes nothing more. For commands that wait for their answer. */
export async function settled(
  { log, dues, clock, isMeeting }: Deps,
  conversationId: string,
  limitMs: number,
): Promise<readonly Recorded[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Recorded[]>()
  const look = async () => {
    const recorded = await log.read(conversationId)
    const conversation = replay(recorded.map(({ event }) => event))
    if (!awaitsBot(conversation)) return resolve(recorded)
    // While queued, and after STOP, a text may be kept without a word: once its turn was taken, nothing more comes.
    const maySayNothing = conversation.handledBy === 'queue' || conversation.optedOut
    if (!maySayNothing || (await isTurnRipe(dues, clock.now(), conversationId))) return
    if (!isMeeting(conversationId)) resolve(await log.read(conversationId))
  }
  const stop = log.onCommit(() => void look().catch(reject))
  const looking = setInterval(() => void look().catch(reject), LOOK_AGAIN_MS)
  const timer = setTimeout(() => reject(tooSlow()), limitMs)
  try {
    await look()
    return await promise
  } finally {
    stop()
    clearInterval(looking)
    clearTimeout(timer)
  }
}

async function isTurnRipe(dues: DueTimes, now: string, conversationId: string): Promise<boolean> {
  const ripe = await dues.ripe(now, RIPE_AT_MOST)
  return ripe.some((due) => due.conversationId === conversationId && due.what === 'take-turn')
}

function tooSlow(): AppError {
  return new AppError(
    'internal-error',
    'The bot did not answer in time.',
    'Try again; look in the log.',
  )
}
