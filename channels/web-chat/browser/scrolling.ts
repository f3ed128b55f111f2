const NEAR_PX = 60

/** Whether the citizen reads the newest; above it, nothing may move under the hand. */
export function isAtEnd(scroller: HTMLElement): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX
}

/** Puts what the citizen last said at the top, so that a long answer is read from its beginning. */
export function showNewest(scroller: HTMLElement): void {
  const own = [...scroller.querySelectorAll<HTMLElement>('.msg.own')].at(-1)
  const top = own === undefined ? scroller.scrollHeight : own.offsetTop - 12
  if (getComputedStyle(scroller).overflowY === 'visible') {
    // Large text or zoom: the widget scrolls as one page.
    scroller.querySelector('.chat-log > :last-child')?.scrollIntoView({ block: 'nearest' })
    return
  }
  const start = scroller.querySelector<HTMLElement>('.chat-log')?.offsetTop ?? 0
  scroller.scrollTop = top - start
}
