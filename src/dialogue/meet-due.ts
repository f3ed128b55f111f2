import type { Presence } from '#handoff/presence.ts'
import { conversationOf } from './conversation-of.ts'
import { decideAndAct } from './decide-and-act.ts'
import type { Due } from './ports.ts'
import { type TurnDeps, takeTurn } from './take-turn.ts'

export type DueDeps = TurnDeps & { presence: Presence }

/** Turns a moment that was waited for into a decision. Meeting the same one twice is harmless. */
export async function meetDue(deps: DueDeps, { conversationId, what }: Due): Promise<void> {
  if (what === 'take-turn') return takeTurn(deps, conversationId)
  const { holder } = await conversationOf(deps.log, conversationId)
  const holderPresent = holder !== null && deps.presence.isPresent(holder)
  await decideAndAct(deps, conversationId, { type: 'time-passed', due: what, holderPresent })
  if (what === 'retention') await deps.personal.erase(conversationId)
}
