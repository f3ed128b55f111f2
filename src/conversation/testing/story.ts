import { type Conversation, evolve, newConversation } from '#conversation/conversation.ts'
import { decide, type Occasion } from '#conversation/decide.ts'
import type { StaffAct } from '#conversation/decide-staff.ts'
import type { ChannelName, ConversationEvent, Said, Utterance } from '#conversation/events.ts'
import type { ArticlePart, Findings, Understanding } from '#conversation/findings.ts'
import type { Decision, DueName } from '#conversation/surroundings.ts'
import { AT, type World, world } from './world.ts'

/** A conversation as it is told in a test: each step is decided on and recorded. */
export type Story = {
  state(): Conversation
  /** The citizen says something, nobody has reacted yet. */
  hears(said?: Said, changes?: Partial<Utterance>): void
  /** The citizen says something, and the bot reacts to how it was understood. */
  turn(understanding: Understanding, world?: World, said?: Said): Decision
  /** The bot reacts to what is there. */
  reacts(understanding: Understanding, world?: World): Decision
  staff(act: StaffAct, world?: World): Decision
  due(what: DueName, world?: World & { holderPresent?: boolean }): Decision
  closes(world?: World): Decision
  happens(...events: readonly ConversationEvent[]): void
}

export function story(channel: ChannelName = 'web-chat'): Story {
  let state = evolve(newConversation, {
    type: 'conversation-started',
    at: AT,
    channel,
    address: 'a',
    language: 'da',
  })
  let count = 0
  const happens = (...events: readonly ConversationEvent[]) => {
    state = events.reduce(evolve, state)
  }
  const on = (occasion: Occasion, around: World = {}): Decision => {
    const decision = decide(state, occasion, world(around))
    happens(...decision.events)
    return decision
  }
  const hears: Story['hears'] = (said = { via: 'typed' }, changes = {}) => {
    count += 1
    const id = `said-${count}`
    const utterance: Utterance = { id, channel, address: 'a', said, masked: [], phone: 'none' }
    happens({ type: 'utterance-received', at: AT, utterance: { ...utterance, ...changes } })
  }
  const reacts: Story['reacts'] = (understanding, around) =>
    on({ type: 'turn-interpreted', findings: findings(understanding) }, around)
  return {
    state: () => state,
    hears,
    reacts,
    turn(understanding, around, said) {
      hears(said ?? saidFor(understanding))
      return reacts(understanding, around)
    },
    staff: (act, around) => on({ type: 'staff-acted', act }, around),
    due: (due, { holderPresent = false, ...around } = {}) =>
      on({ type: 'time-passed', due, holderPresent }, around),
    closes: (around) => on({ type: 'citizen-closed' }, around),
    happens,
  }
}

export function findings(understanding: Understanding): Findings {
  const rest = { intent: 'test', score: 1, ranked: [], model: 'test', ms: 0 }
  return { language: 'da', understanding, ...rest }
}

export function about(articleId: string, part = 'main'): ArticlePart {
  return { articleId, version: 'v1', part }
}

/** What was said, as `human.left` or `passport#main`. */
export function said({ events }: Decision): string[] {
  return events
    .flatMap((event) => {
      if (event.type === 'reply-chosen') return event.reply.says
      return event.type === 'notice-sent' ? event.notice.says : []
    })
    .map((saying) =>
      saying.from === 'article'
        ? `${saying.articleId}#${saying.part}`
        : `${saying.intent}.${saying.reply}`,
    )
}

export function types({ events }: Decision): string[] {
  return events.map(({ type }) => type)
}

export function outcome({ events }: Decision): string | undefined {
  return events.find((event) => event.type === 'reply-chosen')?.reply.outcome
}

function saidFor(understanding: Understanding): Said {
  return understanding.kind !== 'chosen'
    ? { via: 'typed' }
    : { via: 'chosen', choice: understanding.choice }
}
