import { awaitsBot, type Conversation } from '#conversation/conversation.ts'
import type { Occasion } from '#conversation/decide.ts'
import { type EventType, overtakes } from '#conversation/events.ts'
import type { Findings, Understanding } from '#conversation/findings.ts'
import { AppError } from '#platform/errors.ts'
import { type ActDeps, act } from './act.ts'
import { conversationOf } from './conversation-of.ts'
import type { Heard, Interpret } from './interpret.ts'
import { readSwitches, SWITCHES } from './switches.ts'

export type TurnDeps = ActDeps & {
  interpret: Interpret
  interpretLimitMs: number
}

const MAX_REFUSALS = 2
// Whoever writes faster than we think is answered in the end; what came later is the next turn.
const overtakesAtLast = overtakes.filter((type) => type !== 'utterance-received')

/** Answers everything said since the last reply; starts over if the conversation moved on or something was switched off. */
export async function takeTurn(deps: TurnDeps, conversationId: string): Promise<void> {
  let failures: Failures = 0
  for (let refusals = 0; ; refusals += 1) {
    const conversation = await conversationOf(deps.log, conversationId)
    if (!isToBeHeard(conversation)) return
    const findings = failures
      ? failed(conversation, 'internal')
      : await interpretInTime(deps, conversationId, conversation)
    const overtakenBy = refusals < MAX_REFUSALS ? overtakes : overtakesAtLast
    try {
      const reacted = react(deps, conversationId, conversation, findings, overtakenBy, failures)
      if ((await reacted) !== 'overtaken') return
    } catch (error) {
      // A text that cannot be worded stays so: the citizen is told that we cannot answer, instead of waiting for ever.
      if (failures === 2 || isStorageTrouble(error)) throw error
      deps.logger.error({ err: error, conversationId }, 'a reply could not be worded')
      failures = failures === 0 ? 1 : 2
    }
  }
}

/** 1: what was found is given up. 2: deciding is, too. */
type Failures = 0 | 1 | 2

async function react(
  deps: TurnDeps,
  conversationId: string,
  conversation: Conversation,
  findings: Findings,
  overtakenBy: readonly EventType[],
  failures: Failures,
): Promise<'recorded' | 'overtaken' | 'nothing'> {
  const { keys } = await readSwitches(deps.registers)
  const surroundings = await deps.surroundings(conversationId, conversation, findings.understanding)
  const occasion: Occasion = { type: 'turn-interpreted', findings }
  const { deciding } = deps
  const decision = (failures === 2 ? deciding.giveUp : deciding.decide)(
    conversationId,
    conversation,
    occasion,
    surroundings,
  )
  if (decision.events.length === 0) return 'nothing'
  const { events, dues } = decision
  // Where a newer text would have overtaken it, nothing else waits for this turn: its time goes with it.
  const met = overtakenBy === overtakes ? ([{ what: 'take-turn', at: null }] as const) : []
  const whole = { events, dues: [...met, ...dues] }
  return act(deps, conversationId, conversation, whole, {
    overtakenBy,
    onlyWhile: { register: SWITCHES, keys },
  })
}

function isStorageTrouble(error: unknown): boolean {
  return error instanceof AppError && /^(storage|data)-/.test(error.code)
}

/** Staff who hold a conversation are not interrupted, but a cry for help in it is heard. */
function isToBeHeard(conversation: Conversation): boolean {
  const heldByStaff = conversation.handledBy === 'staff' && conversation.unanswered.length > 0
  return awaitsBot(conversation) || heldByStaff
}

async function interpretInTime(
  { personal, interpret, interpretLimitMs, logger }: TurnDeps,
  conversationId: string,
  conversation: Conversation,
): Promise<Findings> {
  const heard: Heard[] = await Promise.all(
    conversation.unanswered.map(async (utterance) => ({
      utterance,
      text: (await personal.get(conversationId, utterance.id, 'text')) ?? '',
    })),
  )
  const limit = Promise.withResolvers<Findings>()
  const timer = setTimeout(() => limit.resolve(failed(conversation, 'timeout')), interpretLimitMs)
  try {
    return await Promise.race([understand(interpret, conversation, heard), limit.promise])
  } catch (error) {
    logger.error({ err: error, conversationId }, 'interpreting failed')
    return failed(conversation, 'internal')
  } finally {
    clearTimeout(timer)
  }
}

/**
 * While people have the conversation, texts gather that are kept for them. What the citizen wants of the bot stands in
 * the newest; only a cry for help, a number and a press on what was offered count wherever they stand.
 */
async function understand(
  interpret: Interpret,
  conversation: Conversation,
  heard: readonly Heard[],
): Promise<Findings> {
  const findings = await interpret(conversation, heard)
  const newest = heard.at(-1)
  const isWithPeople = conversation.handledBy === 'queue' || conversation.handledBy === 'staff'
  if (!isWithPeople || heard.length < 2 || !newest) return findings
  return countsAnywhere(findings.understanding) ? findings : interpret(conversation, [newest])
}

function countsAnywhere(found: Understanding): boolean {
  // A press on a topic is kept for staff like a text; every other press is answered, so it cannot be an old one.
  if (found.kind === 'chosen') return !found.choice.startsWith('article:')
  return ['crisis', 'number-given', 'slot-chosen'].includes(found.kind)
}

function failed({ language }: Conversation, why: 'timeout' | 'internal'): Findings {
  const understanding = { kind: 'failed', why } as const
  return { language, understanding, intent: 'none', score: 0, ranked: [], model: 'none', ms: 0 }
}
