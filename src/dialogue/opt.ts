import { idleDues } from '#conversation/due-times.ts'
import type { ConversationEvent, Notice, Utterance } from '#conversation/events.ts'
import { fixed } from '#conversation/say.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'
import type { ActDeps } from './act.ts'
import { conversationOf } from './conversation-of.ts'
import { decideAndAct } from './decide-and-act.ts'
import type { Incoming, Received } from './dialogue.ts'

type Deps = ActDeps & { clock: Clock; ids: Ids }
export type OptWay = 'out' | 'in' | 'help'

const replies = { out: 'stop.stopped', in: 'stop.started', help: 'stop.help' } as const

/**
 * STOP, START and HJÆLP: what the citizen wrote, that it holds for the address, and the confirmation, recorded together.
 * The confirmation is a notice, so that it is sent although nothing else is.
 */
export async function opt(
  deps: Deps,
  conversationId: string,
  way: OptWay,
  { channel, address, messageId, text }: Incoming,
): Promise<Received> {
  const { log, clock, ids } = deps
  const conversation = await conversationOf(log, conversationId)
  const at = clock.now()
  const surroundings = await deps.surroundings(conversationId, conversation)
  const { language } = conversation
  const id = ids.next()
  const said = { via: 'typed' } as const
  const utterance: Utterance = { id, channel, address, said, masked: [], phone: 'none' }
  const says = [fixed(surroundings, replies[way])]
  const notice: Notice = {
    id: ids.next(),
    channel,
    address,
    language,
    says,
    choices: [],
    asks: { for: 'nothing' },
  }
  const worded = await deps.compose(conversationId, notice, at)
  const events: ConversationEvent[] = [
    { type: 'utterance-received', at, utterance },
    { type: 'utterance-settled', at, utteranceId: id },
    ...(way === 'help' ? [] : [{ type: `opted-${way}`, at, address } as const]),
    { type: 'notice-sent', at, notice },
  ]
  const outcome = await log.record(conversationId, {
    events,
    personal: [
      { of: id, field: 'text', value: text },
      { of: notice.id, field: 'text', value: worded.text },
    ],
    receivedAs: `${address}:${messageId}`,
    dues: idleDues(channel, at),
  })
  // Nobody may write to them any more, so nobody is waited for either.
  if (way === 'out') await decideAndAct(deps, conversationId, { type: 'citizen-opted-out' })
  return outcome === 'repeated'
    ? { state: 'repeated' }
    : { state: 'recorded', utteranceId: id, text }
}
