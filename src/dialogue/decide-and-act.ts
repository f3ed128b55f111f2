import type { Occasion } from '#conversation/decide.ts'
import { type ActDeps, type ActOptions, act } from './act.ts'
import { conversationOf } from './conversation-of.ts'

/** Decides on the newest state, again if something came between; tells whether there was anything to do. */
export async function decideAndAct(
  deps: ActDeps,
  conversationId: string,
  occasion: Occasion,
  options: ActOptions = {},
): Promise<'done' | 'nothing'> {
  for (;;) {
    const conversation = await conversationOf(deps.log, conversationId)
    const surroundings = await deps.surroundings(conversationId, conversation)
    const decision = deps.deciding.decide(conversationId, conversation, occasion, surroundings)
    if (decision.events.length === 0 && decision.dues.length === 0) return 'nothing'
    const outcome = await act(deps, conversationId, conversation, decision, options)
    if (outcome === 'recorded') return 'done'
  }
}
