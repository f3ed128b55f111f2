import { awaitsBot, replay } from '#conversation/conversation.ts'
import { AppError } from '#platform/errors.ts'
import type { EventLog, Recorded } from './ports.ts'

/** The events of a conversation once the bot owes nothing more. For commands that wait for their answer. */
export async function settled(
  log: EventLog,
  conversationId: string,
  limitMs: number,
): Promise<readonly Recorded[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Recorded[]>()
  const look = async () => {
    const recorded = await log.read(conversationId)
    if (!awaitsBot(replay(recorded.map(({ event }) => event)))) resolve(recorded)
  }
  const stop = log.onCommit(() => void look().catch(reject))
  const timer = setTimeout(() => reject(tooSlow()), limitMs)
  try {
    await look()
    return await promise
  } finally {
    stop()
    clearTimeout(timer)
  }
}

function tooSlow(): AppError {
  return new AppError(
    'internal-error',
    'The bot did not answer in time.',
    'Try again; look in the log.',
  )
}
