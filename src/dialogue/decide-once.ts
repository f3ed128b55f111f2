import type { Conversation } from '#conversation/conversation.ts'
import { decide, type Occasion } from '#conversation/decide.ts'
import { insteadOfLivelock, isLivelock } from '#conversation/livelock.ts'
import type { Decision, Surroundings } from '#conversation/surroundings.ts'
import type { Logger } from '#platform/logger.ts'

export type Decide = typeof decide

/** Decides, and stops a decision that would be taken again for ever. `livelocks` counts those since the start. */
export type DecideOnce = {
  decide(
    conversationId: string,
    conversation: Conversation,
    occasion: Occasion,
    s: Surroundings,
  ): Decision
  /** Decides nothing any more, since deciding itself fails. */
  giveUp(
    conversationId: string,
    conversation: Conversation,
    occasion: Occasion,
    s: Surroundings,
  ): Decision
  livelocks(): number
}

export function decideOnce(logger: Logger, decideReally: Decide = decide): DecideOnce {
  let livelocks = 0
  const giveUp: DecideOnce['giveUp'] = (conversationId, conversation, occasion, s) => {
    livelocks += 1
    const due = occasion.type === 'time-passed' ? occasion.due : null
    const { version } = conversation
    logger.error(
      { conversationId, version, occasion: occasion.type, due, livelocks },
      'a decision that changes nothing was stopped',
    )
    return insteadOfLivelock(conversation, occasion, s)
  }
  return {
    giveUp,
    decide(conversationId, conversation, occasion, s) {
      const decision = decideReally(conversation, occasion, s)
      return isLivelock(conversation, occasion, decision, s.at)
        ? giveUp(conversationId, conversation, occasion, s)
        : decision
    },
    livelocks: () => livelocks,
  }
}
