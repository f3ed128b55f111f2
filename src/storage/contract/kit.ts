import type { ChannelName, ConversationEvent } from '#conversation/events.ts'
import type { Recorded, View } from '#dialogue/ports.ts'
import type { Storage, StorageOptions } from '#storage/storage.ts'

export type Open = (options: StorageOptions) => Storage | Promise<Storage>

const tenOClock = '2026-06-05T22:00:00.000Z'

/** An instant so many seconds after ten. */
export function after(seconds: number): string {
  return new Date(Date.parse(tenOClock) + seconds * 1_000).toISOString()
}

/** What the tests open storage with, where they do not ask for something else. */
export const usual: StorageOptions = {
  views: [],
  outboxChannels: ['sms'],
  clock: { now: () => tenOClock },
}

export function heard(id: string): ConversationEvent {
  return {
    type: 'utterance-received',
    at: tenOClock,
    utterance: {
      id,
      channel: 'sms',
      address: 'sms:1',
      said: { via: 'typed' },
      masked: [],
      phone: 'none',
    },
  }
}

const told = {
  address: 'sms:1',
  language: 'da',
  says: [],
  choices: [],
  asks: { for: 'nothing' },
} as const

export function replied(id: string, channel: ChannelName = 'sms'): ConversationEvent {
  const understood = { intent: 'hello', score: 1, ranked: [], model: 'none', ms: 1 }
  const reply = { ...told, id, channel, utteranceIds: [], outcome: 'answered', understood } as const
  return { type: 'reply-chosen', at: tenOClock, reply }
}

export function noticed(id: string, channel: ChannelName = 'sms'): ConversationEvent {
  return { type: 'notice-sent', at: tenOClock, notice: { ...told, id, channel } }
}

export function staffWrote(id: string, channel: ChannelName = 'sms'): ConversationEvent {
  const message = { id, channel, address: 'sms:1', staffId: 'mette' }
  return { type: 'staff-message-sent', at: tenOClock, message }
}

export const accepted: ConversationEvent = {
  type: 'handoff-accepted',
  at: tenOClock,
  staffId: 'mette',
}
export const delivered: ConversationEvent = {
  type: 'delivery-reported',
  at: tenOClock,
  messageId: 'r',
  delivery: { status: 'delivered' },
}
export const optedOut: ConversationEvent = { type: 'opted-out', at: tenOClock, address: 'sms:1' }
export const erased: ConversationEvent = { type: 'text-erased', at: tenOClock }
export const closed: ConversationEvent = {
  type: 'conversation-closed',
  at: tenOClock,
  disposition: 'answered',
  by: 'citizen',
}

/** How often each side spoke in the conversations that are still open. */
export const talkView: View<{ heard: number; replied: number }> = {
  name: 'talk',
  project: ({ conversationId: key, event }: Recorded, read) => {
    const doc = read(key) ?? { heard: 0, replied: 0 }
    switch (event.type) {
      case 'utterance-received':
        return [{ key, doc: { ...doc, heard: doc.heard + 1 } }]
      case 'reply-chosen':
        return [{ key, doc: { ...doc, replied: doc.replied + 1 } }]
      case 'conversation-closed':
        return [{ key, doc: null }]
      default:
        return []
    }
  },
}

export async function positions(storage: Storage): Promise<readonly number[]> {
  return (await storage.log.after(0, 10_000)).map(({ position }) => position)
}
