import { type Conversation, hasOpenCallback, isPaused, waitsForPromise } from './conversation.ts'
import type { ChannelName } from './events.ts'
import type { DueChange, DueName, Surroundings } from './surroundings.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const RETENTION_MS = 90 * DAY_MS
const IDLE_WARNING_MS = 25 * MINUTE_MS
export const IDLE_CLOSE_AFTER_WARNING_MS = 5 * MINUTE_MS
/** How long a text may be followed by another before both are answered together. */
export const GATHER_MS: Readonly<Record<ChannelName, number>> = {
  'web-chat': 0,
  sms: 4_000,
  voice: 0,
  'bot-framework': 0,
  terminal: 0,
}

/** What becomes due, or no longer is, when a conversation has come from one state to another. */
export function duesOf(before: Conversation, after: Conversation, s: Surroundings): DueChange[] {
  const dues: DueChange[] = []
  if (after.handledBy === 'nobody') {
    if (before.handledBy === 'nobody') {
      return after.erased && !before.erased ? [{ what: 'retention', at: s.at }] : dues
    }
    for (const what of [
      'take-turn',
      'handoff-overdue',
      'desk-hours',
      'holder-offline',
      'idle-warning',
      'idle-close',
    ] as const) {
      dues.push({ what, at: null })
    }
    const keptUntil = after.erased ? s.at : later(s.at, RETENTION_MS)
    return [...dues, { what: 'retention', at: keptUntil }]
  }
  if (before.handledBy === 'nobody') dues.push({ what: 'retention', at: null })
  if (after.handledBy === 'queue' && before.handledBy !== 'queue' && !after.handoff?.overdue) {
    dues.push({ what: 'handoff-overdue', at: promisedBy(after) ?? s.desk.overdueAt })
  }
  if (waits(before) && !waits(after)) dues.push({ what: 'handoff-overdue', at: null })
  dues.push(...watchHours(before, after, s))
  if (after.handledBy === 'bot' && before.handledBy !== 'bot') {
    dues.push(...idleDues(after.channel, s.at))
    if (after.unanswered.length > 0) dues.push({ what: 'take-turn', at: s.at })
  }
  const isWaitOver = isPaused(before) && !isPaused(after)
  const isCallOver = hasOpenCallback(before) && !hasOpenCallback(after)
  if (after.handledBy === 'bot' && (isWaitOver || isCallOver)) {
    dues.push(...idleDues(after.channel, s.at))
  }
  if (after.idleWarned && !before.idleWarned) {
    dues.push({ what: 'idle-close', at: later(s.at, IDLE_CLOSE_AFTER_WARNING_MS) })
  }
  return dues
}

/** When to look again at what was due and has not come about: hours may have changed since it was set. */
export function duesAgain(c: Conversation, due: DueName, s: Surroundings): DueChange[] {
  const { overdueAt, lookAt } = s.desk
  if (due === 'desk-hours' && watchesHours(c)) return [{ what: due, at: lookAt }]
  const isEarly = due === 'handoff-overdue' && waits(c) && !c.handoff?.overdue && s.at < overdueAt
  return isEarly && promisedBy(c) === undefined ? [{ what: due, at: overdueAt }] : []
}

function watchHours(before: Conversation, after: Conversation, s: Surroundings): DueChange[] {
  const isWatched = watchesHours(before) && before.handledBy === after.handledBy
  if (watchesHours(after)) return isWatched ? [] : [{ what: 'desk-hours', at: s.desk.lookAt }]
  return watchesHours(before) ? [{ what: 'desk-hours', at: null }] : []
}

/** Waits for a person during the open hours: in the queue, or paused until they begin. */
function watchesHours(c: Conversation): boolean {
  return isPaused(c) || (c.handledBy === 'queue' && !waitsForPromise(c))
}

function waits(c: Conversation): boolean {
  return c.handledBy === 'queue' || isPaused(c)
}

/** What an utterance makes due: an answer once the citizen has paused, and the end of a silent conversation. */
export function duesOfUtterance(channel: ChannelName, at: string): DueChange[] {
  return [{ what: 'take-turn', at: later(at, GATHER_MS[channel]) }, ...idleDues(channel, at)]
}

/** What the start of a conversation makes due: nobody may say a word after it, and it still has an end. */
export function idleDues(channel: ChannelName, at: string): DueChange[] {
  switch (channel) {
    case 'web-chat':
      return [
        { what: 'idle-warning', at: later(at, IDLE_WARNING_MS) },
        { what: 'idle-close', at: null },
      ]
    case 'sms':
    case 'voice':
    case 'bot-framework':
    case 'terminal':
      return [{ what: 'idle-close', at: later(at, DAY_MS) }]
  }
}

function promisedBy({ callback }: Conversation): string | undefined {
  return callback?.means === 'here' && callback.state === 'open' ? callback.slot.to : undefined
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}
