import type { ConversationEvent } from '#conversation/events.ts'
import type { AuditEntry, Registers, View, Views } from '#dialogue/ports.ts'
import type { StaffActed, StaffActs } from '#dialogue/staff-acts.ts'
import type { Suggestion } from '#dialogue/suggest-article.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import { createTyping } from '#dialogue/typing.ts'
import type { DeskItem } from '#handoff/desk-item.ts'

export type MemoryDesk = ReturnType<typeof memoryDesk>
type Line = TranscriptLine extends infer L
  ? L extends TranscriptLine
    ? Omit<L, 'position' | 'at'>
    : never
  : never

/** A little engine in memory with the desk's own contract: one owner, one message an id. */
export function memoryDesk(now: () => string, nameOf: (staffId: string) => Promise<string>) {
  const items = new Map<string, DeskItem>()
  const lines = new Map<string, TranscriptLine[]>()
  const texts = new Map<string, string>()
  const listeners = new Set<(ids: readonly string[]) => void>()
  const done: string[] = []
  const suggestions = new Map<string, Suggestion>()
  let position = 0

  const add = (conversationId: string, ...added: readonly Line[]) => {
    for (const line of added) {
      const placed = { ...line, position: ++position, at: now() } as TranscriptLine
      lines.set(conversationId, [...(lines.get(conversationId) ?? []), placed])
      if (placed.by === 'citizen') {
        texts.set(placed.id, placed.text)
        change(conversationId, { lastUtteranceId: placed.id, lastBy: 'citizen', lastAt: placed.at })
      }
    }
    for (const listener of listeners) listener([conversationId])
  }
  const change = (conversationId: string, changed: Partial<DeskItem>) => {
    const item = items.get(conversationId)
    if (item) items.set(conversationId, { ...item, ...changed })
  }
  const event = (
    type: Extract<TranscriptLine, { by: 'event' }>['what']['type'],
    name: string | null = null,
  ): Line => ({
    by: 'event',
    what: { type, name, detail: null, text: null },
  })
  const held = (conversationId: string, staffId: string): StaffActed => {
    const item = items.get(conversationId)
    if (item?.state !== 'held') return { state: 'gone' }
    return item.holder === staffId ? { state: 'done' } : { state: 'taken', by: item.holder ?? '' }
  }

  const acts: StaffActs = {
    async claim(conversationId, staffId) {
      if (items.get(conversationId)?.state !== 'waiting') return held(conversationId, staffId)
      change(conversationId, { state: 'held', holder: staffId })
      add(conversationId, event('accepted', await nameOf(staffId)))
      return { state: 'done' }
    },
    async say(conversationId, staffId, text, messageId) {
      const may = held(conversationId, staffId)
      if (may.state !== 'done' || done.includes(messageId)) return may
      done.push(messageId)
      change(conversationId, { lastBy: 'staff', lastAt: now() })
      const name = await nameOf(staffId)
      add(conversationId, { by: 'staff', id: messageId, channel: 'web-chat', name, text })
      return may
    },
    async returnToBot(conversationId, staffId) {
      const may = held(conversationId, staffId)
      if (may.state !== 'done') return may
      change(conversationId, { state: 'bot', holder: null })
      add(conversationId, event('returned'))
      return may
    },
    async close(conversationId, staffId, disposition) {
      const idle = items.get(conversationId)?.state === 'bot'
      const may: StaffActed = idle ? { state: 'done' } : held(conversationId, staffId)
      if (may.state !== 'done') return may
      change(conversationId, { state: 'closed', holder: null, disposition })
      add(conversationId, event('closed'))
      return may
    },
    async reopen(conversationId, staffId) {
      if (items.get(conversationId)?.state !== 'closed') return { state: 'gone' }
      change(conversationId, { state: 'held', holder: staffId, disposition: null })
      add(conversationId, event('reopened', await nameOf(staffId)))
      return { state: 'done' }
    },
    async note(conversationId, staffId, text) {
      add(conversationId, { by: 'note', id: `note-${position}`, name: await nameOf(staffId), text })
      return { state: 'done' }
    },
    async reportCallback(conversationId, _staffId, outcome) {
      const callback = items.get(conversationId)?.callback
      if (!callback) return { state: 'gone' }
      const attempts = callback.attempts + 1
      change(conversationId, { callback: { ...callback, attempts, state: outcome } })
      add(conversationId, event('callback-attempted'))
      return { state: 'done' }
    },
    showNumber: async () => '+4520000123',
    async erase(conversationId) {
      const emptied = (lines.get(conversationId) ?? []).map((line) =>
        'text' in line ? { ...line, text: '' } : line,
      )
      lines.set(conversationId, emptied)
      change(conversationId, { erased: true, lastUtteranceId: null })
      add(conversationId, event('erased'))
    },
  }
  return {
    acts,
    add,
    change,
    event,
    put(item: Partial<DeskItem> & { conversationId: string }) {
      items.set(item.conversationId, { ...emptyItem(now()), ...item })
      for (const listener of listeners) listener([item.conversationId])
    },
    /** From now on an article answers this text. */
    answer: (text: string, suggestion: Suggestion) => suggestions.set(text, suggestion),
    linesOf: (conversationId: string) => lines.get(conversationId) ?? [],
    ports: {
      acts,
      deskView: { name: 'desk', project: () => [] } as View<DeskItem>,
      views: {
        get: async (_view: View<unknown>, key: string) => items.get(key),
        list: async () => [...items].map(([key, doc]) => ({ key, doc })),
        last: async () => [],
        rebuild: async () => undefined,
      } as Views,
      typing: createTyping(),
      suggest: async ({ text }: { text: string }) => suggestions.get(text) ?? null,
      transcript: async (conversationId: string) => lines.get(conversationId) ?? [],
      textOf: async (_: string, utteranceId: string) => texts.get(utteranceId),
      textsOf: async (conversationId: string) =>
        (lines.get(conversationId) ?? []).flatMap((line) => ('text' in line ? [line.text] : [])),
      onChange(listener: (ids: readonly string[]) => void) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  }
}

/** Registers in memory, with their audit trail. */
export function memoryRegisters(): Registers & { dump(): string } {
  const values = new Map<string, Map<string, string>>()
  const trail: (AuditEntry & { register: string; key: string; json: string | null })[] = []
  const of = (register: string) => values.get(register) ?? new Map<string, string>()
  return {
    get: async (register, key) => of(register).get(key),
    list: async (register) => [...of(register)].map(([key, json]) => ({ key, json })),
    async set(register, key, json, entry) {
      const next = new Map(of(register))
      if (json === null) next.delete(key)
      else next.set(key, json)
      values.set(register, next)
      trail.push({ ...entry, register, key, json })
    },
    audit: async (register, newest) =>
      trail.filter((entry) => entry.register === register).slice(newest ? -newest : 0),
    dump: () => JSON.stringify([[...values].map(([name, all]) => [name, [...all]]), trail]),
  }
}

function emptyItem(at: ConversationEvent['at']): Omit<DeskItem, 'conversationId'> {
  return {
    channel: 'web-chat',
    language: 'da',
    state: 'waiting',
    holder: null,
    queue: 'borgerservice',
    reason: 'asked-for-human',
    reference: '6045182',
    waitingSince: at,
    firstInLine: false,
    overdue: false,
    alarm: false,
    topic: null,
    startedAt: at,
    lastAt: at,
    lastUtteranceId: null,
    lastBy: 'citizen',
    questions: 0,
    answered: 0,
    callback: null,
    disposition: null,
    erased: false,
  }
}
