import { setImmediate as nextTurn } from 'node:timers/promises'
import type { View, Views } from '#dialogue/ports.ts'
import type { DeskItem } from '#handoff/desk-item.ts'
import { type PastDoc, pastKey, pastView } from '#handoff/past-view.ts'
import { foldText, foundIn, type Snippet, snippetOf } from './snippet.ts'

/** What is looked for; null and an empty list ask for nothing. Instants in ISO 8601 UTC. */
export type Wanted = {
  reference: string | null
  /** All of them stand somewhere in the texts of the conversation. */
  words: readonly string[]
  topic: string | null
  channel: string | null
  colleague: string | null
  from: string | null
  before: string | null
}
export type Hit = { item: DeskItem; past: PastDoc; snippet: Snippet | null }
export type Found = {
  hits: readonly Hit[]
  /** Where to go on: below this key there may be more. Null: that was all. */
  next: string | null
  /** It took too long, and older conversations were not looked at yet. */
  isCutShort: boolean
}
export type SearchDeps = {
  views: Views
  deskView: View<DeskItem>
  /** Everything that was said and noted in a conversation, in order; nothing once erased. */
  textsOf: (conversationId: string) => Promise<readonly string[]>
}

export const HITS_A_PAGE = 20
const DOCS_A_READ = 100
/** How long the search has the event loop before everybody else has a turn. */
const BUSY_MS = 5
const LIMIT_MS = 3_000
const FIRST = 'at '
const LAST = 'at ~'

/**
 * The newest first. There is no copy of the texts to search in, so that erasing reaches everything: they are read where
 * they stand, conversation by conversation, a few milliseconds at a time.
 */
export async function searchPast(
  { views, deskView, textsOf }: SearchDeps,
  wanted: Wanted,
  below: string | null,
): Promise<Found> {
  const from = wanted.from ? `${FIRST}${wanted.from}` : FIRST
  const words = wanted.words.map(foldText)
  const pause = pauser()
  const startedMs = performance.now()
  const hits: Hit[] = []
  let before = below ?? (wanted.before ? `${FIRST}${wanted.before}` : LAST)
  for (;;) {
    const docs = await views.last(pastView, { from, before }, DOCS_A_READ)
    for (const { doc: past } of docs) {
      await pause()
      const key = pastKey(past)
      if (hits.length === HITS_A_PAGE) return { hits, next: before, isCutShort: false }
      if (performance.now() - startedMs > LIMIT_MS) return { hits, next: before, isCutShort: true }
      before = key
      if (wanted.colleague && !past.staff.includes(wanted.colleague)) continue
      const item = await views.get(deskView, past.conversationId)
      if (!item || !fits(item, wanted)) continue
      const texts = words.length > 0 ? await textsOf(past.conversationId) : []
      if (!words.every((word) => texts.some((text) => foundIn(text, word)))) continue
      hits.push({ item, past, snippet: snippetOf(texts, words) })
    }
    if (docs.length < DOCS_A_READ) return { hits, next: null, isCutShort: false }
  }
}

function fits({ reference, callback, topic, channel }: DeskItem, wanted: Wanted): boolean {
  const isReference =
    !wanted.reference || [reference, callback?.reference].includes(wanted.reference)
  return (
    isReference &&
    (!wanted.topic || wanted.topic === topic) &&
    (!wanted.channel || wanted.channel === channel)
  )
}

function pauser(): () => Promise<void> {
  let sinceMs = performance.now()
  return async () => {
    if (performance.now() - sinceMs < BUSY_MS) return
    await nextTurn()
    sinceMs = performance.now()
  }
}
