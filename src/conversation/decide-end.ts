import { type Conversation, hasOpenCallback } from './conversation.ts'
import { dispositionOf } from './disposition-of.ts'
import type { ChannelName, ConversationEvent } from './events.ts'
import type { Findings } from './findings.ts'
import { fixed, nothing, replyTo, speak } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** "stop", "slut", "farvel": in a chat it may mean the end of it, so ask; elsewhere it is a farewell. */
export function goodbye(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent {
  if (c.asks.for === 'end' || !hasAnEnd[c.channel] || hasOpenCallback(c) || c.handoff) {
    const { choices } = c
    const isOver = c.asks.for === 'callback-change' || c.asks.for === 'end'
    const asks = isOver ? nothing : c.asks
    const says = [fixed(s, 'small-talk.goodbye')]
    return replyTo(c, findings, s, { outcome: 'small-talk', says, asks, choices })
  }
  const says = [fixed(s, 'conversation.end')]
  return replyTo(c, findings, s, { outcome: 'small-talk', says, asks: { for: 'end' } })
}

/** A text message is a matter of its own, and a call ends by hanging up. */
const hasAnEnd: Readonly<Record<ChannelName, boolean>> = {
  'web-chat': true,
  'bot-framework': true,
  terminal: true,
  sms: false,
  voice: false,
}

export function end(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const said = speak(c, findings, s, 'closed', 'small-talk.goodbye')
  const disposition = dispositionOf(c)
  return [said, { type: 'conversation-closed', at: s.at, by: 'citizen', disposition }]
}
