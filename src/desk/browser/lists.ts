import type { DeskRow } from '#desk/desk-row.ts'
import { everything, type Filter, fits } from './filter.ts'

/** The list of the desk in its parts, each in the order in which it should be dealt with. */
export type Lists = {
  mine: readonly DeskRow[]
  callbacks: readonly DeskRow[]
  waiting: readonly DeskRow[]
  others: readonly DeskRow[]
}
/** From so many rows on, red on nearly all of them would tell nothing. */
const MANY = 5

export function listsOf(rows: Iterable<DeskRow>, myId: string, filter: Filter = everything): Lists {
  // A promise is late by its own time, and is never hidden by how long others wait.
  const toPromises = { ...filter, overdueOnly: false }
  const isShown = (row: DeskRow) => fits(row, hasCallback(row) ? toPromises : filter)
  const all = [...rows].filter((row) => isShown(row) || isMine(row, myId))
  const mine = all.filter((row) => isMine(row, myId))
  const rest = all.filter((row) => !isMine(row, myId))
  const held = rest.filter(({ state }) => state === 'held')
  const free = rest.filter(({ state }) => state !== 'held')
  return {
    mine: mine.toSorted(by(({ lastAt }) => lastAt)).reverse(),
    callbacks: free.filter(hasCallback).toSorted(by((row) => row.callback?.slot.to ?? '')),
    waiting: free.filter((row) => row.state === 'waiting' && !hasCallback(row)).toSorted(byTurn),
    others: held.toSorted(by(({ lastAt }) => lastAt)),
  }
}

/** Whom to take next: the longest waiting, then those we promised to write back to. */
export function nextOf({ waiting, callbacks }: Lists): DeskRow | undefined {
  return waiting[0] ?? callbacks.find(({ state }) => state === 'waiting')
}

export function hasCallback({ callback }: DeskRow): boolean {
  return callback !== null && (callback.state === 'open' || callback.state === 'tried')
}

/** A promise that has passed, or a wait that is longer than we stand for. */
export function isLate(row: DeskRow, nowMs: number): boolean {
  if (row.state === 'held') return false
  if (hasCallback(row)) return row.callback !== null && Date.parse(row.callback.slot.to) <= nowMs
  return row.state === 'waiting' && row.overdue
}

export function mostlyLate(rows: readonly DeskRow[], nowMs: number): boolean {
  const late = rows.filter((row) => isLate(row, nowMs)).length
  return rows.length >= MANY && late > rows.length / 2
}

function isMine({ state, holder }: DeskRow, myId: string): boolean {
  return state === 'held' && holder === myId
}
// A possible crisis is seen first, then whoever already had somebody and lost them.
function byTurn(a: DeskRow, b: DeskRow): number {
  return (
    Number(b.alarm) - Number(a.alarm) ||
    Number(b.firstInLine) - Number(a.firstInLine) ||
    by(({ waitingSince }: DeskRow) => waitingSince ?? '')(a, b)
  )
}
function by(key: (row: DeskRow) => string): (a: DeskRow, b: DeskRow) => number {
  return (a, b) => order(key(a), key(b)) || order(a.conversationId, b.conversationId)
}
// Instants and ids are in code order already; a collator would cost a frame with 200 rows.
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
