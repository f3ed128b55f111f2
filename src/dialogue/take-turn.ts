import { awaitsBot, type Conversation, replay } from '#conversation/conversation.ts'
import { decide, type Occasion } from '#conversation/decide.ts'
import { overtakes } from '#conversation/events.ts'
import type { Findings } from '#conversation/findings.ts'
import { type ActDeps, act } from './act.ts'
import type { Heard, Interpret } from './interpret.ts'
import { readSwitches } from './switches.ts'

export type TurnDeps = ActDeps & { interpret: Interpret; interpretLimitMs: number }

const MAX_REFUSALS = 2
// Whoever writes faster than we think is answered in the end; what came later is the next turn.
const overtakesAtLast = overtakes.filter((type) => type !== 'utterance-received')

/** Answers everything said since the last reply; starts over if the conversation moved on or something was switched off. */
export async function takeTurn(deps: TurnDeps, conversationId: string): Promise<void> {
  for (let refusals = 0; ; refusals += 1) {
    const conversation = replay((await deps.log.read(conversationId)).map(({ event }) => event))
    if (!isToBeHeard(conversation)) return settle(deps, conversationId)
    const before = await readSwitches(deps.registers)
    const findings = await interpretInTime(deps, conversationId, conversation)
    const occasion: Occasion = { type: 'turn-interpreted', findings }
    const surroundings = await deps.surroundings(
      conversationId,
      conversation,
      findings.understanding,
    )
    const decision = decide(conversation, occasion, surroundings)
    const overtakenBy = refusals < MAX_REFUSALS ? overtakes : overtakesAtLast
    const switched = (await readSwitches(deps.registers)).version !== before.version
    if (switched && refusals < MAX_REFUSALS) continue
    if (decision.events.length === 0) return settle(deps, conversationId)
    const dues = [{ what: 'take-turn', at: null } as const, ...decision.dues]
    const outcome = await act(
      deps,
      conversationId,
      conversation,
      { ...decision, dues },
      overtakenBy,
    )
    if (outcome === 'recorded') return
  }
}

/** Staff who hold a conversation are not interrupted, but a cry for help in it is heard. */
function isToBeHeard(conversation: Conversation): boolean {
  return (
    awaitsBot(conversation) ||
    (conversation.handledBy === 'staff' && conversation.unanswered.length > 0)
  )
}

async function settle(deps: TurnDeps, conversationId: string): Promise<void> {
  await deps.log.record(conversationId, { events: [], dues: [{ what: 'take-turn', at: null }] })
}

async function interpretInTime(
  deps: TurnDeps,
  conversationId: string,
  conversation: Conversation,
): Promise<Findings> {
  const heard: Heard[] = await Promise.all(
    conversation.unanswered.map(async (utterance) => ({
      utterance,
      text: (await deps.personal.get(conversationId, utterance.id, 'text')) ?? '',
    })),
  )
  const limit = Promise.withResolvers<Findings>()
  const timer = setTimeout(
    () => limit.resolve(failed(conversation, 'timeout')),
    deps.interpretLimitMs,
  )
  try {
    return await Promise.race([deps.interpret(conversation, heard), limit.promise])
  } catch (error) {
    deps.logger.error({ err: error, conversationId }, 'interpreting failed')
    return failed(conversation, 'internal')
  } finally {
    clearTimeout(timer)
  }
}

function failed({ language }: Conversation, why: 'timeout' | 'internal'): Findings {
  const understanding = { kind: 'failed', why } as const
  return { language, understanding, intent: 'none', score: 0, ranked: [], model: 'none', ms: 0 }
}
