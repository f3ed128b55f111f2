import { hasCallback } from './lists.ts'
import { afterOf, type OpenTalk } from './state.ts'

const NEAR_END_PX = 40

/** Keeps the log where the reader is: the newest line stays in sight for who saw it, and nothing moves for others. */
export function scrollKeeper() {
  let drawn = { conversationId: '', after: 0, going: 0 }
  return (open: OpenTalk | null, draw: () => void): void => {
    const wasAtEnd = isAtEnd()
    draw()
    const now = {
      conversationId: open?.conversationId ?? '',
      after: open ? afterOf(open) : 0,
      going: open?.going.length ?? 0,
    }
    const isFirst = now.conversationId !== drawn.conversationId || drawn.after === 0
    const grew = now.after > drawn.after
    const sends = now.going > drawn.going
    drawn = now
    if (!open) return
    if (isFirst && open.row?.state !== 'held' && open.row && hasCallback(open.row)) showTop()
    else if (isFirst || sends || (grew && wasAtEnd)) showNewest()
    // Only what the citizen wrote is worth a word; the rest one did oneself.
    else if (grew && open.lines.at(-1)?.by === 'citizen') offerNewest()
    // Something under the log took room from it: the newest line stays in sight.
    else if (wasAtEnd && !isAtEnd()) showNewest()
  }
}

export function showNewest(): void {
  const log = document.querySelector('.talk-scroll')
  if (log) log.scrollTop = log.scrollHeight
  document.getElementById('newest')?.setAttribute('hidden', '')
}

function showTop(): void {
  document.querySelector('.talk-scroll')?.scrollTo({ top: 0 })
  document.getElementById('newest')?.setAttribute('hidden', '')
}

function offerNewest(): void {
  document.getElementById('newest')?.removeAttribute('hidden')
}

function isAtEnd(): boolean {
  const log = document.querySelector('.talk-scroll')
  return !log || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX
}
