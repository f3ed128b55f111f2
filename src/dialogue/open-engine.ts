import { queueView } from '#handoff/queue-view.ts'
import type { ActDeps } from './act.ts'
import { actForStaff } from './act-for-staff.ts'
import { addressView } from './address-view.ts'
import { type ComposeDeps, compose } from './compose/compose.ts'
import { type Decide, decideOnce } from './decide-once.ts'
import type { Dialogue } from './dialogue.ts'
import { startDueTicker } from './due-ticker.ts'
import { createDialogue, type EngineDeps } from './engine.ts'
import type { Interpret } from './interpret.ts'
import { meetDue } from './meet-due.ts'
import type { DueTimes, Recorded } from './ports.ts'
import { readTranscript } from './read-transcript.ts'
import { settled } from './settled.ts'
import type { StaffActs } from './staff-acts.ts'
import { surroundingsFrom } from './surroundings.ts'
import { startTail, type Tail } from './tail.ts'
import type { TranscriptLine } from './transcript.ts'
import { createTyping, type Typing } from './typing.ts'

/** What the engine stands on; see `EngineDeps` for what each is. */
type OwnParts = 'surroundings' | 'compose' | 'tail' | 'typing' | 'deciding'
export type Foundation = Omit<EngineDeps, OwnParts> & {
  dues: DueTimes
  interpret: Interpret
  interpretLimitMs: number
  /** Another way of deciding than ours; for tests. */
  decide?: Decide
  waitLimitMinutes: number
}

export type Engine = {
  dialogue: Dialogue
  staffActs: StaffActs
  tail: Tail
  typing: Typing
  transcript(conversationId: string): Promise<readonly TranscriptLine[]>
  /** The events of a conversation once the bot owes nothing more in it. */
  settled(conversationId: string, limitMs: number): Promise<readonly Recorded[]>
  /** How many decisions were stopped since the start because they would have been taken again for ever. */
  livelocks(): number
  /** Meets what has become due because the clock was moved. */
  clockMoved(): void
  /** Stops meeting what is due; what was begun is finished. */
  stop(): Promise<void>
}

/** The views that the engine keeps; the storage is opened with them. */
export const engineViews = [addressView, queueView] as const

/** Puts the engine together and starts it: from here on, what is due is met. */
export async function openEngine(foundation: Foundation): Promise<Engine> {
  const { log, dues, clock, logger } = foundation
  const tail = await startTail(log, logger)
  const deciding = decideOnce(logger, foundation.decide)
  const acting: ActDeps = {
    ...foundation,
    deciding,
    surroundings: surroundingsFrom(foundation),
    compose: (conversationId, said, at) => compose(foundation, conversationId, said, at),
  }
  const typing = createTyping()
  const deps = { ...foundation, ...acting, tail, typing }
  const ticker = startDueTicker({ dues, log, clock, logger, meet: (due) => meetDue(deps, due) })
  return {
    dialogue: createDialogue(deps),
    staffActs: actForStaff(deps),
    tail,
    typing,
    async transcript(conversationId) {
      return readTranscript(foundation satisfies ComposeDeps, await log.read(conversationId), 'da')
    },
    settled: (conversationId, limitMs) =>
      settled({ ...foundation, isMeeting: ticker.isMeeting }, conversationId, limitMs),
    livelocks: () => deciding.livelocks(),
    clockMoved: () => ticker.wake(),
    async stop() {
      tail.stop()
      typing.stop()
      await ticker.stop()
    },
  }
}
