import type { DeskDeps } from './deps.ts'
import { type DeskRow, isAtDesk, toRow } from './desk-row.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type BoardChange = { conversationId: string; row: DeskRow | undefined }
export type Board = {
  rows(): Promise<readonly DeskRow[]>
  /** Also rows that are no longer at the desk. */
  row(conversationId: string): Promise<DeskRow | undefined>
  watch(listener: (change: BoardChange) => void): () => void
  close(): void
}

/** Everything that stands at the desk now, kept once for the process and fanned out to every page. */
export function deskBoard(
  deps: DeskDeps,
  nameOf: (staffId: string) => Promise<string | undefined>,
): Board {
  const { views, deskView, log } = deps
  const rows = new Map<string, DeskRow>()
  const listeners = new Set<(change: BoardChange) => void>()
  const inTurn = oneAtATime()

  const read = async (conversationId: string) => {
    const item = await views.get(deskView, conversationId)
    return item && toRow(item, nameOf, deps)
  }
  const refresh = async (conversationId: string) => {
    const row = await read(conversationId)
    if (row && isAtDesk(row)) rows.set(conversationId, row)
    else rows.delete(conversationId)
    for (const listener of listeners) listener({ conversationId, row })
  }
  const loaded = inTurn(async () => {
    for (const { key, doc } of await views.list(deskView))
      if (isAtDesk(doc)) rows.set(key, await toRow(doc, nameOf, deps))
  })
  loaded.catch((error: unknown) => log.error({ err: error }, 'desk board not loaded'))
  const stop = deps.onChange((conversationIds) => {
    for (const id of new Set(conversationIds))
      inTurn(() => refresh(id)).catch((error: unknown) =>
        log.error({ err: error, conversationId: id }, 'desk row not refreshed'),
      )
  })
  return {
    async rows() {
      await loaded
      return [...rows.values()]
    },
    row: async (conversationId) => rows.get(conversationId) ?? read(conversationId),
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: stop,
  }
}
