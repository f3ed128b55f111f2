import { deskView } from '#handoff/desk-view.ts'
import { pastView } from '#handoff/past-view.ts'
import type { House } from '#house'

/** The first time that somebody comes to the demo's desk, a conversation waits for them as theirs: the newest of the queue. */
export async function giveFirst({ storage, engine }: House, staffId: string): Promise<void> {
  const known = await storage.views.list(pastView)
  if (known.some(({ doc }) => doc.staff.includes(staffId))) return
  const waiting = (await storage.views.list(deskView))
    .filter(({ doc }) => doc.state === 'waiting' && !doc.alarm)
    .toSorted((a, b) => (b.doc.waitingSince ?? '').localeCompare(a.doc.waitingSince ?? ''))
  const newest = waiting[0]?.key
  if (newest) await engine.staffActs.claim(newest, staffId)
}
