import type {
  Address,
  Ask,
  ChannelName,
  Choice,
  ConversationEvent,
  Disposition,
  Language,
  Reply,
  Saying,
  Utterance,
} from './events.ts'
import { type Callback, changed, type Handoff, queued, requested } from './handoff-state.ts'

/** Where a conversation stands, replayed from its events. */
export type Conversation = {
  version: number
  startedAt: string | null
  /** Where the citizen was last heard; replies go there. */
  channel: ChannelName
  address: Address
  language: Language
  handledBy: 'bot' | 'queue' | 'staff' | 'nobody'
  holder: string | null
  /** What nobody has answered yet, oldest first. */
  unanswered: readonly Utterance[]
  asks: Ask
  choices: readonly Choice[]
  handoff: Handoff | null
  callback: Callback | null
  /** The article part that was answered last: what "det" means. */
  topic: { articleId: string; part: string } | null
  lastReply: Reply | null
  unhelpedTurns: number
  /** Replies of intents that were said, as `intent.reply`, so that nobody gets the same fallback twice. */
  said: readonly string[]
  repliesSent: number
  /** Text written while queued has been acknowledged since the queue began. */
  notedInQueue: boolean
  idleWarned: boolean
  optedOut: boolean
  erased: boolean
  disposition: Disposition | null
  /** When and by whom it was closed, while it is. */
  closed: { at: string; by: 'staff' | 'citizen' | 'time' } | null
}
export const newConversation: Conversation = {
  version: 0,
  startedAt: null,
  channel: 'terminal',
  address: '',
  language: 'da',
  handledBy: 'bot',
  holder: null,
  unanswered: [],
  asks: { for: 'nothing' },
  choices: [],
  handoff: null,
  callback: null,
  topic: null,
  lastReply: null,
  unhelpedTurns: 0,
  said: [],
  repliesSent: 0,
  notedInQueue: false,
  idleWarned: false,
  optedOut: false,
  erased: false,
  disposition: null,
  closed: null,
}

/** The bot has the word. While staff hold the conversation, or nobody does, it never has. */
export function awaitsBot({ handledBy, unanswered }: Conversation): boolean {
  return (handledBy === 'bot' || handledBy === 'queue') && unanswered.length > 0
}

/** The desk closed on somebody who waited; the bot has the word until it opens. */
export function isPaused({ handledBy, handoff }: Conversation): boolean {
  return handledBy === 'bot' && handoff?.paused === true
}

/** The citizen was promised an answer here, and has not waited longer than promised. */
export function waitsForPromise({ callback, handoff }: Conversation): boolean {
  return callback?.means === 'here' && callback.state === 'open' && !handoff?.overdue
}

export function hasOpenCallback({ callback }: Conversation): boolean {
  return callback !== null && (callback.state === 'open' || callback.state === 'tried')
}

export function replay(events: readonly ConversationEvent[]): Conversation {
  return events.reduce(evolve, newConversation)
}

export function evolve(before: Conversation, event: ConversationEvent): Conversation {
  return { ...before, ...change(before, event), version: before.version + 1 }
}

function change(before: Conversation, event: ConversationEvent): Partial<Conversation> {
  switch (event.type) {
    case 'conversation-started': {
      const { channel, address, language, at } = event
      return { channel, address, language, startedAt: at }
    }
    case 'utterance-received':
      return hear(before, event.utterance)
    case 'utterance-settled':
      return { unanswered: before.unanswered.filter(({ id }) => id !== event.utteranceId) }
    case 'reply-chosen':
      return reply(before, event.reply)
    case 'notice-sent': {
      const { asks, choices, says } = event.notice
      const warns = says.some((saying) => nameOf(saying) === 'conversation.idle-warning')
      const idleWarned = before.idleWarned || warns
      return { ...(asks.for === 'nothing' ? {} : { asks, choices }), idleWarned }
    }
    case 'handoff-requested': {
      const { queue, reason } = event
      return { handoff: requested(before.handoff, queue, reason), unanswered: [] }
    }
    case 'handoff-queued':
      return {
        handledBy: 'queue',
        holder: null,
        notedInQueue: false,
        handoff: queued(before.handoff, event),
      }
    case 'handoff-failed':
      return { handoff: null }
    case 'handoff-accepted':
      return {
        handledBy: 'staff',
        holder: event.staffId,
        handoff: changed(before.handoff, { overdue: false }),
        ...nothingAsked,
      }
    case 'handoff-overdue':
      return { handoff: changed(before.handoff, { overdue: true }) }
    case 'alarm-raised':
      return { handoff: changed(before.handoff, { alarm: true }) }
    case 'holder-lost':
      return {
        handledBy: 'queue',
        holder: null,
        notedInQueue: false,
        handoff: changed(before.handoff, { queuedAt: event.at }),
      }
    case 'handoff-paused':
      return {
        handledBy: 'bot',
        holder: null,
        ...withoutQueue(before),
        handoff: changed(before.handoff, { paused: true }),
      }
    case 'handoff-returned':
      return {
        handledBy: 'bot',
        holder: null,
        handoff: null,
        unhelpedTurns: 0,
        ...withoutQueue(before),
      }
    case 'staff-message-sent':
      return { unanswered: [] }
    case 'callback-promised': {
      const callback: Callback = { ...event.callback, attempts: 0, state: 'open' }
      // A promise takes the place of the wait.
      return { callback, handoff: changed(before.handoff, { paused: false }), ...nothingAsked }
    }
    case 'callback-attempted':
      if (!before.callback) return {}
      return {
        callback: {
          ...before.callback,
          attempts: before.callback.attempts + 1,
          state: event.outcome,
        },
      }
    case 'callback-cancelled':
      return before.callback ? { callback: { ...before.callback, state: 'cancelled' } } : {}
    case 'opted-out':
      return { optedOut: true, unanswered: [] }
    case 'opted-in':
      return { optedOut: false, unanswered: [] }
    case 'conversation-closed':
      return {
        handledBy: 'nobody',
        holder: null,
        unanswered: [],
        disposition: event.disposition,
        closed: { at: event.at, by: event.by },
        ...nothingAsked,
      }
    case 'conversation-reopened':
      return { handledBy: 'staff', holder: event.staffId, disposition: null, closed: null }
    case 'text-erased':
      return { erased: true }
    case 'wrap-up-written':
    case 'note-written':
    case 'feedback-given':
    case 'feedback-commented':
    case 'delivery-reported':
      return {}
  }
}

const nothingAsked = { asks: { for: 'nothing' }, choices: [] } as const

/** "You are in the queue" is not true any more, and must not be repeated. */
function withoutQueue({ lastReply }: Conversation) {
  const isOfQueue = lastReply?.outcome === 'handed-off-queued'
  return { lastReply: isOfQueue ? null : lastReply, ...nothingAsked }
}

function hear(before: Conversation, utterance: Utterance): Partial<Conversation> {
  return {
    channel: utterance.channel,
    address: utterance.address,
    unanswered: [...before.unanswered, utterance],
    idleWarned: false,
  }
}

function reply(before: Conversation, reply: Reply): Partial<Conversation> {
  const said = reply.says.map(nameOf).filter((name) => name !== undefined)
  const article = reply.says.find((saying) => saying.from === 'article')
  return {
    unanswered: before.unanswered.filter(({ id }) => !reply.utteranceIds.includes(id)),
    language: reply.language,
    asks: reply.asks,
    choices: reply.choices,
    lastReply: reply,
    said: [...new Set([...before.said, ...said])],
    repliesSent: before.repliesSent + 1,
    notedInQueue: before.notedInQueue || said.includes('human.noted'),
    unhelpedTurns: countUnhelped(before.unhelpedTurns, reply),
    ...(article && { topic: { articleId: article.articleId, part: article.part } }),
  }
}

function nameOf(saying: Saying): string | undefined {
  return saying.from === 'intent' ? `${saying.intent}.${saying.reply}` : undefined
}

// Clarifying, small talk and guards neither count nor reset; an answer resets.
function countUnhelped(before: number, { outcome }: Reply): number {
  if (outcome.startsWith('unanswerable')) return before + 1
  return outcome === 'answered' || outcome === 'handed-off-offered' ? 0 : before
}
