import type { Clock } from '#platform/clock.ts'
import type { Logger } from '#platform/logger.ts'
import type { Due, DueTimes, EventLog } from './ports.ts'

type Deps = {
  dues: DueTimes
  log: EventLog
  clock: Clock
  logger: Logger
  meet: (due: Due) => Promise<void>
}

/** `wake` looks at once: for when the clock was moved. */
export type DueTicker = {
  wake(): void
  /** Something due in this conversation is being met right now. */
  isMeeting(conversationId: string): boolean
  stop(): Promise<void>
}

const BATCH = 100
const MAX_WAIT_MS = 60_000
const RETRY_MS = 1_000
/** No turn is planned further ahead: one that is was planned before the clock was put back. */
const FURTHEST_TURN_MS = 90_000

/** Meets what is due, when it is due; one at a time in a conversation. The times themselves are durable. */
export function startDueTicker({ dues, log, clock, logger, meet }: Deps): DueTicker {
  const meeting = new Map<string, Promise<void>>()
  const resting = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let scanning: Promise<void> | undefined
  let again = false
  let stopped = false
  let lastSeen: string | undefined

  const wake = () => {
    if (stopped) return
    if (scanning !== undefined) {
      again = true
      return
    }
    again = false
    scanning = scan()
      .catch((error: unknown) => {
        logger.error({ err: error }, 'due times could not be read')
        clearTimeout(timer)
        if (!stopped) timer = setTimeout(wake, RETRY_MS)
      })
      .finally(() => {
        scanning = undefined
        if (again) wake()
      })
  }
  const scan = async () => {
    await noticeClock()
    // What is being met or rests after a failure is ripe as well, and must not stand in the way of the rest.
    const ripe = await dues.ripe(clock.now(), BATCH + meeting.size + resting.size)
    for (const due of ripe) {
      const { conversationId } = due
      const isResting = (resting.get(conversationId) ?? 0) > performance.now()
      if (!meeting.has(conversationId) && !isResting) meeting.set(conversationId, meetOne(due))
    }
    await setTimer()
  }
  /** A clock that was put back, also while nothing ran, must not let a citizen wait for it to catch up. */
  const noticeClock = async () => {
    const now = clock.now()
    if (lastSeen === undefined || now < lastSeen) {
      const later = new Date(Date.parse(now) + FURTHEST_TURN_MS).toISOString()
      await dues.bringForward('take-turn', later, now)
    }
    lastSeen = now
  }
  const meetOne = async (due: Due) => {
    const { conversationId, what } = due
    try {
      await meet(due)
      await dues.settle(due)
      // A text of the very same millisecond had the same due time, which is settled now.
      if (what === 'take-turn') await meet(due)
      resting.delete(conversationId)
    } catch (error) {
      logger.error({ err: error, conversationId, what }, 'a due time could not be met')
      resting.set(conversationId, performance.now() + RETRY_MS)
      setTimeout(wake, RETRY_MS).unref()
    } finally {
      meeting.delete(conversationId)
      wake()
    }
  }
  const setTimer = async () => {
    const next = await dues.next()
    clearTimeout(timer)
    if (stopped || next === undefined) return
    const wait = Date.parse(next) - Date.parse(clock.now())
    // What is ripe and still here is being met, or rests after a failure; both wake us.
    timer = setTimeout(wake, wait <= 0 ? RETRY_MS : Math.min(wait, MAX_WAIT_MS))
  }

  const unsubscribe = log.onCommit(wake)
  wake()
  return {
    wake,
    isMeeting: (conversationId) => meeting.has(conversationId),
    async stop() {
      stopped = true
      unsubscribe()
      clearTimeout(timer)
      await scanning
      await Promise.allSettled(meeting.values())
    },
  }
}
