import { Counter, Histogram, type Registry } from 'prom-client'
import type { ConversationEvent, Reply } from '#conversation/events.ts'
import type { Recorded } from '#conversation/view.ts'

/** From one commit of the log to the next: what is counted of it. Labels are words of the house, never an id or a text. */
export function countEvents(registry: Registry): (recorded: readonly Recorded[]) => void {
  const registers = [registry]
  const utterances = new Counter({
    name: 'front_door_utterances_total',
    help: 'Utterances recorded, by channel.',
    labelNames: ['channel'],
    registers,
  })
  const replies = new Counter({
    name: 'front_door_replies_total',
    help: 'Replies chosen, by outcome, channel and language.',
    labelNames: ['outcome', 'channel', 'language'],
    registers,
  })
  const wait = new Histogram({
    name: 'front_door_reply_wait_seconds',
    help: 'From the first unanswered utterance to its reply, by channel; text messages gather for 4 s.',
    labelNames: ['channel'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const understanding = new Histogram({
    name: 'front_door_understanding_seconds',
    help: 'What understanding a turn took.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 4],
    registers,
  })
  const happened = new Counter({
    name: 'front_door_events_total',
    help: 'Everything that happened in conversations, by type of event.',
    labelNames: ['type'],
    registers,
  })
  const closed = new Counter({
    name: 'front_door_conversations_closed_total',
    help: 'Conversations closed, by disposition and by whom.',
    labelNames: ['disposition', 'by'],
    registers,
  })
  const feedback = new Counter({
    name: 'front_door_feedback_total',
    help: 'What citizens thought of replies.',
    labelNames: ['helped'],
    registers,
  })
  const heard = recentlyHeard()

  const countReply = (reply: Reply, at: string) => {
    const { outcome, channel, language, understood, utteranceIds } = reply
    replies.inc({ outcome, channel, language })
    understanding.observe(understood.ms / 1000)
    const since = utteranceIds.flatMap((id) => heard.take(id) ?? []).sort()[0]
    if (since) wait.observe({ channel }, (Date.parse(at) - Date.parse(since)) / 1000)
  }
  const count = (event: ConversationEvent) => {
    happened.inc({ type: event.type })
    if (event.type === 'utterance-received') {
      utterances.inc({ channel: event.utterance.channel })
      heard.add(event.utterance.id, event.at)
    }
    if (event.type === 'reply-chosen') countReply(event.reply, event.at)
    if (event.type === 'conversation-closed')
      closed.inc({ disposition: event.disposition, by: event.by })
    if (event.type === 'feedback-given') feedback.inc({ helped: String(event.helped) })
  }
  return (recorded) => {
    for (const { event } of recorded) count(event)
  }
}

const REMEMBERED = 10_000

/** When utterances that nobody has answered yet were heard; what staff answer never comes out, so the oldest fall out. */
function recentlyHeard() {
  const heard = new Map<string, string>()
  return {
    add(id: string, at: string) {
      heard.set(id, at)
      const oldest = heard.keys().next()
      if (heard.size > REMEMBERED && !oldest.done) heard.delete(oldest.value)
    },
    take(id: string): string | undefined {
      const at = heard.get(id)
      heard.delete(id)
      return at
    },
  }
}
