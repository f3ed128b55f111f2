import type { Language } from '#conversation/events.ts'
import type { Dialogue, Feedback, Incoming, Received, Standing } from '#dialogue/dialogue.ts'
import type { Card, EventLine, TranscriptLine } from '#dialogue/transcript.ts'

/** An engine that answers from a script, for tests of the chat. Its memory outlives the server, as a store does. */
export type ScriptedDialogue = Dialogue & {
  /** Everything said by citizens, in order. */
  said: Incoming[]
  started: string[]
  /** Milliseconds that an answer takes. */
  pace: { answerMs: number; receiveMs: number; fails: boolean }
  /** What citizens thought of answers, in order. */
  feedback: Feedback[]
  /** The conversation of each tell that a citizen is writing. */
  writing: string[]
  staffWrites(id: string, writing: boolean): void
  reopens(id: string, name: string): void
  staffJoins(id: string, name: string): void
  staffSays(id: string, name: string, text: string): void
  tells(id: string, type: EventLine['type'], name: string | null, text: string | null): void
  notices(id: string, text: string): void
  closes(id: string, by: string | null): void
  noteFromDesk(id: string, text: string): void
  last(): string
}
export type ScriptedReply = { text: string; card?: Card; broken?: boolean; handledBy?: 'queue' }
export type Script = (text: string, said: Incoming['said'], language: Language) => ScriptedReply

export function scriptedDialogue(script: Script, now: () => string): ScriptedDialogue {
  const talks = new Map<string, Talk>()
  const byAddress = new Map<string, string>()
  const seen = new Set<string>()
  const listeners = new Map<string, Set<(writing: boolean) => void>>()
  let position = 0
  const self: ScriptedDialogue = {
    said: [],
    feedback: [],
    writing: [],
    started: [],
    pace: { answerMs: 0, receiveMs: 0, fails: false },
    last: () => self.started.at(-1) ?? '',
    find: async (address) => byAddress.get(address),
    async start({ address, language }) {
      await wait(self.pace.receiveMs)
      const id = `c${talks.size + 1}`
      talks.set(id, newTalk(language))
      byAddress.set(address, id)
      self.started.push(id)
      return id
    },
    async giveFeedback(id, feedback) {
      if (self.pace.fails) throw new Error('disk full')
      const { of, helped, comment } = feedback
      const given = talkOf(id).lines.filter((line) => line.by === 'feedback' && line.of === of)
      if (given.length === 0) add(id, { by: 'feedback', of, helped, text: '' })
      if (comment !== '') add(id, { by: 'feedback', of, helped: null, text: comment })
      self.feedback.push(feedback)
      return 'recorded'
    },
    citizenWrites: (id) => {
      self.writing.push(id)
    },
    onStaffWriting(id, listener) {
      const heard = listeners.get(id) ?? new Set()
      listeners.set(id, heard.add(listener))
      return () => heard.delete(listener)
    },
    async receive(id, incoming): Promise<Received> {
      await wait(self.pace.receiveMs)
      if (self.pace.fails) throw new Error('disk full')
      const talk = talkOf(id)
      if (seen.has(incoming.messageId)) return { state: 'repeated' }
      if (talk.standing.handledBy === 'nobody') return { state: 'refused', why: 'closed' }
      if (incoming.text.trim() === '') return { state: 'refused', why: 'empty' }
      if (incoming.said.via === 'form' && !/^(\d ?){8}$/.test(incoming.said.phone)) {
        return { state: 'refused', why: 'phone' }
      }
      seen.add(incoming.messageId)
      self.said.push(incoming)
      const text = incoming.text.replace(/\d{6}-\d{4}/g, '[CPR-nummer fjernet]')
      const utteranceId = `u${position + 1}`
      const masked = text !== incoming.text
      add(id, { by: 'citizen', id: utteranceId, channel: 'web-chat', text, masked })
      if (talk.standing.handledBy === 'bot') answerSoon(id, text, incoming.said)
      return { state: 'recorded', utteranceId, text }
    },
    opt: async () => ({ state: 'repeated' }),
    async close(id) {
      self.closes(id, null)
    },
    async erase(id) {
      talkOf(id).lines.length = 0
      tell(id, 'erased', null, 'Samtalen er slettet.')
      stand(id, { handledBy: 'nobody', erased: true, callback: null })
    },
    async *follow(id, after, signal) {
      const talk = talkOf(id)
      let from = after === 'now' ? (talk.lines.at(-1)?.position ?? 0) : after
      // As the engine does: what there is comes at once, also when that is nothing.
      let isFirst = true
      while (!signal.aborted) {
        const news = talk.lines.filter((line) => line.position > from)
        from = news.at(-1)?.position ?? from
        if (news.length > 0 || isFirst) yield news
        else await Promise.race([talk.changed, aborted(signal)])
        isFirst = false
      }
    },
    standing: async (id) => ({ ...talkOf(id).standing }),
    reportDelivery: async () => undefined,
    hours: async (language) => (language === 'da' ? 'Åbner mandag kl. 9' : 'Opens Monday at 9'),
    staffWrites(id, writing) {
      for (const listener of listeners.get(id) ?? []) listener(writing)
    },
    reopens(id, name) {
      stand(id, { handledBy: 'staff', holderName: name })
      tell(id, 'reopened', name, `${name} har åbnet samtalen igen. Skriv bare videre.`)
    },
    staffJoins(id, name) {
      stand(id, { handledBy: 'staff', holderName: name, ahead: null })
      tell(id, 'accepted', name, `${name} fra Borgerservice er her nu. Chatbotten tier imens.`)
    },
    staffSays: (id, name, text) =>
      add(id, { by: 'staff', id: `s${position + 1}`, channel: 'web-chat', name, text }),
    tells: tell,
    notices: (id, text) => say(id, text, null, 'notice'),
    closes(id, by) {
      stand(id, { handledBy: 'nobody', thinking: false })
      tell(id, 'closed', by, by === null ? null : `${by} har afsluttet samtalen.`)
    },
    noteFromDesk: (id, text) => add(id, { by: 'note', id: 'n1', name: 'Mette', text }),
  }

  function talkOf(id: string): Talk {
    const talk = talks.get(id)
    if (talk === undefined) throw new Error(`no conversation ${id}`)
    return talk
  }
  function add(id: string, line: DistributiveOmit<TranscriptLine, 'position' | 'at'>): void {
    const talk = talkOf(id)
    position += 1
    talk.lines.push({ position, at: now(), ...line } as TranscriptLine)
    const { ring } = talk
    Object.assign(talk, bell())
    ring()
  }
  function stand(id: string, part: Partial<Standing>): void {
    const talk = talkOf(id)
    talk.standing = { ...talk.standing, ...part }
  }
  function tell(id: string, type: EventLine['type'], name: string | null, text: string | null) {
    add(id, { by: 'event', what: { type, name, detail: 'internal', text } })
  }
  function say(id: string, text: string, card: Card | null, outcome: BotOutcome): void {
    const articles = [{ articleId: 'pas-voksne', title: 'Pas', version: 'abc', part: 'main' }]
    const { language } = talkOf(id).standing
    const line = {
      id: `b${position + 1}`,
      channel: 'web-chat',
      utteranceIds: [],
      language,
    } as const
    add(id, { by: 'bot', ...line, text, card, outcome, articles })
  }
  function answerSoon(id: string, text: string, said: Incoming['said']): void {
    const talk = talkOf(id)
    stand(id, { thinking: true })
    setTimeout(() => {
      const reply = script(text, said, talk.standing.language)
      const card = reply.card ?? null
      stand(id, { thinking: false, ...standingAfter(card, reply, said) })
      say(id, reply.text, card, reply.broken ? 'failed-internal' : 'answered')
    }, self.pace.answerMs)
  }
  return self
}

type Talk = { lines: TranscriptLine[]; standing: Standing; changed: Promise<void>; ring(): void }
type BotOutcome = Extract<TranscriptLine, { by: 'bot' }>['outcome']
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

function standingAfter(
  card: Card | null,
  reply: ScriptedReply,
  said: Incoming['said'],
): Partial<Standing> {
  if (card?.kind === 'receipt' && said.via === 'form') {
    const { reference, when } = card
    return { callback: { reference, slot: said.slot, when } }
  }
  if (reply.handledBy !== 'queue') return {}
  return { handledBy: 'queue', ahead: 2, hours: 'Åbent til kl. 16', reference: '6045182' }
}

function newTalk(language: Language): Talk {
  const standing: Standing = {
    handledBy: 'bot',
    thinking: false,
    language,
    ahead: null,
    reference: null,
    holderName: null,
    callback: null,
    hours: language === 'da' ? 'Åbner mandag kl. 9' : 'Opens Monday at 9',
    erased: false,
  }
  return { lines: [], standing, ...bell() }
}

function bell(): { changed: Promise<void>; ring(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { changed: promise, ring: resolve }
}

function wait(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, ms))
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }))
}
