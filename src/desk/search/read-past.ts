import { REOPEN_LIMIT_MS } from '#conversation/decide-staff.ts'
import type { DeskDeps } from '#desk/deps.ts'
import { isAtDesk } from '#desk/desk-row.ts'
import { pastView, placeKey } from '#handoff/past-view.ts'

/** Knowing an id grants nothing: it stood at the desk, or the citizen gave feedback in it. */
export async function readPast(
  {
    views,
    deskView,
    transcript,
    clock,
  }: Pick<DeskDeps, 'views' | 'deskView' | 'transcript' | 'clock'>,
  id: string,
) {
  const item = await views.get(deskView, id)
  if (!item) return undefined
  const past = (await views.get(pastView, placeKey(id))) ?? null
  const lines = await transcript(id)
  if (!past && !lines.some(({ by }) => by === 'feedback')) return undefined
  const { closed = null } = past ?? {}
  const isRecent = closed && Date.parse(clock.now()) - Date.parse(closed.at) <= REOPEN_LIMIT_MS
  const mayReopen = Boolean(isRecent) && closed?.by === 'staff' && !item.erased
  return { item, past, lines, mayReopen, isAtDesk: isAtDesk(item) }
}
