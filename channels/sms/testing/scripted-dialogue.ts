import type { SmsPersonal } from '#channels/sms/deps.ts'
import type { Delivery } from '#conversation/events.ts'
import type { Dialogue, Incoming, Received } from '#dialogue/dialogue.ts'
import { type MemoryOutbox, memoryOutbox } from './memory-outbox.ts'

/** An engine that answers each text from a script, for tests of this channel. Its memory outlives servers and senders, as a store does. */
export type ScriptedDialogue = Pick<
  Dialogue,
  'find' | 'start' | 'receive' | 'opt' | 'reportDelivery'
> & {
  outbox: MemoryOutbox
  personal: SmsPersonal
  said: (Incoming & { conversationId: string })[]
  opts: { way: string; number: string }[]
  started: { id: string; number: string | undefined }[]
  deliveries: { messageId: string; delivery: Delivery }[]
  onWork(listener: () => void): () => void
  /** The bot or staff say something by themselves. */
  says(conversationId: string, text: string): string
  close(conversationId: string): void
  erase(conversationId: string): void
  /** Before anything is recorded: delays, faults. */
  before(incoming: Incoming): Promise<Received | undefined>
}

export function scriptedDialogue(script: (text: string) => string | null): ScriptedDialogue {
  const texts = new Map<string, string>()
  const numbers = new Map<string, string>()
  const latest = new Map<string, string>()
  const closed = new Set<string>()
  const keys = new Set<string>()
  const listeners = new Set<() => void>()
  const outbox = memoryOutbox()
  const isNew = (key: string) => keys.size !== keys.add(key).size
  let lastReply = 0

  const self: ScriptedDialogue = {
    outbox,
    personal: {
      textOf: async (conversationId, id) => texts.get(`${conversationId} ${id}`),
      numberOf: async (conversationId) => numbers.get(conversationId),
    },
    said: [],
    opts: [],
    started: [],
    deliveries: [],
    before: async () => undefined,
    find: async (address) => latest.get(address),
    async start({ address, number }) {
      // As long as a commit takes: two texts at once would both find nothing.
      await new Promise((done) => setTimeout(done, 5))
      const id = `c${self.started.length + 1}`
      self.started.push({ id, number })
      latest.set(address, id)
      if (number) numbers.set(id, number)
      return id
    },
    async receive(conversationId, incoming) {
      const fault = await self.before(incoming)
      if (fault) return fault
      if (closed.has(conversationId)) return { state: 'refused', why: 'closed' }
      if (!incoming.text.trim()) return { state: 'refused', why: 'empty' }
      if (!isNew(`${incoming.address}:${incoming.messageId}`)) return { state: 'repeated' }
      self.said.push({ ...incoming, conversationId })
      const answer = script(incoming.text)
      if (answer !== null) self.says(conversationId, answer)
      return { state: 'recorded', utteranceId: `u${self.said.length}`, text: incoming.text }
    },
    async opt(address, way, incoming, number) {
      if (!isNew(`${address}:${incoming.messageId}`)) return { state: 'repeated' }
      const id =
        latest.get(address) ??
        (await self.start({ channel: 'sms', address, language: 'da', number }))
      self.opts.push({ way, number })
      self.says(id, `(${way})`)
      return { state: 'recorded', utteranceId: 'u', text: incoming.text }
    },
    async reportDelivery(_conversationId, messageId, delivery, receivedAs) {
      if (isNew(receivedAs)) self.deliveries.push({ messageId, delivery })
    },
    onWork(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    says(conversationId, text) {
      const id = `r${++lastReply}`
      texts.set(`${conversationId} ${id}`, text)
      outbox.add(id, conversationId)
      for (const listener of listeners) listener()
      return id
    },
    close: (id) => void closed.add(id),
    erase: (id) => void numbers.delete(id),
  }
  return self
}
