import type { Conversation } from './conversation.ts'
import { promiseSlots } from './decide-handoff.ts'
import type { ConversationEvent } from './events.ts'
import type { Findings } from './findings.ts'
import type { Callback } from './handoff-state.ts'
import { fixed, replyTo } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Where the promised call stands: to come, tried, over. */
export function sayCallback(
  c: Conversation,
  findings: Findings,
  s: Surroundings,
  callback: Callback,
): ConversationEvent {
  const slots = promiseSlots(callback, c)
  const states = {
    open: fixed(s, 'human.callback-to-come', slots),
    tried: fixed(s, 'human.callback-tried-so-far', slots),
    reached: fixed(s, 'human.callback-reached'),
    'not-reached': fixed(s, 'human.callback-missed', slots),
    cancelled: fixed(s, 'human.callback-cancelled'),
  }
  const { asks, choices } = c
  return replyTo(c, findings, s, {
    outcome: 'handed-off-callback',
    says: [states[callback.state]],
    asks,
    choices,
  })
}
