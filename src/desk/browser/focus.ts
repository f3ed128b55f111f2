const places = {
  heading: '#talk-title',
  write: '#write',
  number: '#number',
  list: '#koe',
  canned: '#canned-find',
  undo: '#undo',
}

const PATIENCE_MS = 2000
let wanted: { selector: string; until: number } | undefined

/** Moves the focus once the place is drawn: what was pressed may be gone by then, and the field not yet there. */
export function focusOn(place: keyof typeof places): void {
  wanted = { selector: places[place], until: performance.now() + PATIENCE_MS }
  requestAnimationFrame(focusWanted)
}

/** To be called after drawing. */
export function focusWanted(): void {
  if (!wanted) return
  const element = document.querySelector<HTMLElement>(wanted.selector)
  element?.focus()
  // On a small page a bar stays at the top, and the browser takes what is behind it for seen.
  element?.scrollIntoView({ block: 'nearest' })
  if (element || performance.now() > wanted.until) wanted = undefined
}

/** Puts the cursor into the reply, after what was just inserted. */
export function putCursor(at: number): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>(places.write)
    field?.focus()
    field?.setSelectionRange(at, at)
  })
}

/** Draws, and keeps the focus on a row that moved to another part of the list; on the list when the row is gone. */
export function keepRowFocus(draw: () => void): void {
  const { activeElement } = document
  const row = activeElement?.matches('#koe .row') ? activeElement : null
  const id = row?.getAttribute('data-conversation')
  draw()
  if (!row || row.isConnected) return
  const moved =
    id && document.querySelector<HTMLElement>(`#koe [data-conversation="${CSS.escape(id)}"]`)
  ;(moved || document.querySelector<HTMLElement>(places.list))?.focus()
}

const panes = ['koe', 'samtale', 'baggrund']

/** F6: the next pane after the one that has the focus. */
export function focusNextPane(back: boolean): void {
  const at = panes.findIndex((id) => document.getElementById(id)?.contains(document.activeElement))
  const step = back ? -1 : 1
  const next = panes[(at + step + panes.length) % panes.length] ?? 'koe'
  document.getElementById(next)?.focus()
}

/** J and K: the next row of the list, from the one that has the focus or is open. */
export function focusRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('#koe .row')]
  const focused = rows.indexOf(document.activeElement as HTMLElement)
  const at = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'true')
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus()
}
