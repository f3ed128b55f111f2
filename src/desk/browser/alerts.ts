import type { DeskRow } from '#desk/desk-row.ts'
import type { ToPage } from '#desk/frames.ts'
import { listsOf } from './lists.ts'
import { type DeskState, presenceOf } from './state.ts'

/** What is worth a sound, gravest first. */
export type Alert = 'crisis' | 'message' | 'waiting'

/** What a frame brings that one should look up for; undefined when it is nothing. */
export function alertOf(before: DeskState, now: DeskState, frame: ToPage): Alert | undefined {
  if (frame.type !== 'row' || !now.me) return undefined
  const { row } = frame
  const old = before.rows.get(row.conversationId)
  if (row.alarm && old?.alarm !== true) return 'crisis'
  if (row.state === 'held' && row.holder === now.me.id)
    return isNewMessage(row, old) ? 'message' : undefined
  const mayTake = presenceOf(now) === 'free'
  return mayTake && waits(row, now) && !waits(old, before) ? 'waiting' : undefined
}

function isNewMessage(row: DeskRow, old: DeskRow | undefined): boolean {
  return (
    row.lastBy === 'citizen' && old !== undefined && row.lastUtteranceId !== old.lastUtteranceId
  )
}

function waits(row: DeskRow | undefined, { me }: DeskState): boolean {
  return row !== undefined && listsOf([row], me?.id ?? '').waiting.length > 0
}
