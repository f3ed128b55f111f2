const NEAR_END_PX = 40

/** Whether the newest line is in sight, before new ones are drawn. */
export function isAtEnd(): boolean {
  const log = document.querySelector('.talk-scroll')
  return !log || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX
}

/** After drawing: follows the newest line, or tells that there is one when somebody reads further up. */
export function followNewest(follow: boolean): void {
  if (follow) showNewest()
  else document.getElementById('newest')?.removeAttribute('hidden')
}

export function showNewest(): void {
  const log = document.querySelector('.talk-scroll')
  if (log) log.scrollTop = log.scrollHeight
  document.getElementById('newest')?.setAttribute('hidden', '')
}
