import type { DeskItem } from './desk-item.ts'

/** Who is next: whoever lost their holder, then whoever has waited longest. */
export function queueOrder(items: readonly DeskItem[], queue?: string): readonly DeskItem[] {
  return items
    .filter((item) => item.state === 'waiting' && (queue === undefined || item.queue === queue))
    .toSorted(
      (a, b) =>
        Number(b.firstInLine) - Number(a.firstInLine) ||
        (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''),
    )
}

/** Callbacks still to be kept, the earliest promise first: what is overdue stands on top. */
export function callbackOrder(items: readonly DeskItem[]): readonly DeskItem[] {
  return items
    .filter(({ callback }) => callback && callback.means !== 'here' && isOpen(callback.state))
    .toSorted((a, b) => (a.callback?.slot.to ?? '').localeCompare(b.callback?.slot.to ?? ''))
}

function isOpen(state: string): boolean {
  return state === 'open' || state === 'tried'
}
