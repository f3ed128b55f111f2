import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { withFewExamples } from './few-examples.ts'
import type { Learnt } from './learn.ts'
import { learnApart } from './learn-apart.ts'
import { learntFrom, readLearnt, writeLearnt } from './learnt-file.ts'
import { createReader, type Reader, readerId } from './reader.ts'

/** The reader of now, and the one that has learnt. */
export type OpenReader = {
  /** Reads by retrieval until what was learnt is there. */
  current(): Reader
  /** The id of the one that `current` gives, which need not be made for it. */
  id(): string
  /** Resolves with the trained reader; rejects when learning failed or was aborted. */
  trained: Promise<Reader>
}

export type ReaderOptions = {
  signal?: AbortSignal
  /** Making a reader keeps the process busy: before this only who asks gets one. */
  after?: Promise<void>
}

/** Takes what was learnt from the file, or learns in a process of its own and keeps it in the file. */
export function openReader(
  kb: KnowledgeBase,
  file: string | null,
  { signal, after }: ReaderOptions = {},
): OpenReader {
  let learnt: Learnt | null = null
  let reader: Reader | undefined
  const current = () => {
    reader ??= learnt ? createReader(kb, learnt) : createReader(withFewExamples(kb), null)
    return reader
  }
  const trained = findLearnt(kb, file, signal).then(async (found) => {
    learnt = found
    // One that reads by retrieval alone is out of date now.
    reader = undefined
    await after
    return current()
  })
  // Whoever waits for it sees the failure; nobody has to wait.
  trained.catch(() => {})
  return { current, id: () => readerId(learnt), trained }
}

async function findLearnt(
  kb: KnowledgeBase,
  file: string | null,
  signal: AbortSignal | undefined,
): Promise<Learnt> {
  const before = file === null ? undefined : await readLearnt(file, kb.version)
  if (before) return before
  const bytes = await learnApart(kb, signal)
  if (file !== null) await writeLearnt(file, bytes).catch(() => {})
  return learntFrom(bytes)
}
