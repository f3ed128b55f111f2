const NEAR_PX = 60
const GAP_PX = 12

/** Whether the citizen reads the newest; above it, nothing may move under the hand. */
export function isAtEnd(scroller: HTMLElement): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX
}

/**
 * Puts what the citizen last said at the top, so that a long answer is read from its beginning.
 * When more than one thing came since, the newest of them is shown.
 */
export function showNewest(scroller: HTMLElement): void {
  const items = [...scroller.querySelectorAll<HTMLElement>('.chat-log > li:not(.day)')]
  const newest = items.at(-1)
  if (newest === undefined) return
  if (getComputedStyle(scroller).overflowY === 'visible') {
    // Large text or zoom: the widget scrolls as one page.
    newest.scrollIntoView({ block: 'nearest' })
    return
  }
  const ownAt = items.findLastIndex((item) => item.classList.contains('own'))
  const since = items.length - 1 - ownAt
  const target = (since <= 1 ? items[ownAt] : undefined) ?? newest
  const start = scroller.querySelector<HTMLElement>('.chat-log')?.offsetTop ?? 0
  scroller.scrollTop = ownAt < 0 && since <= 2 ? 0 : target.offsetTop - start - GAP_PX
}
