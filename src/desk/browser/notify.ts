import type { Alert } from './alerts.ts'
import type { Page } from './page.ts'
import { ring } from './ring.ts'

/** Makes itself heard and seen as the person has chosen; by itself the desk is silent. */
export function notify(page: Page, alert: Alert, conversationId: string): void {
  const { alerts, open } = page.state
  const isWatching = document.visibilityState === 'visible' && document.hasFocus()
  // What one is looking at needs no bell.
  if (isWatching && open?.conversationId === conversationId && alert === 'message') return
  if (alerts.sound) ring(alert)
  if (!alerts.notices || isWatching || Notification.permission !== 'granted') return
  // Neither name nor text: it may be seen on a locked screen, or a shared one.
  const shown = new Notification(page.say('desk.name'), {
    body: page.say(`alert.${alert}`),
    tag: `desk-${alert}`,
    silent: true,
  })
  shown.onclick = () => {
    focus()
    shown.close()
  }
}

/** Asks the browser once, and only when the person has asked for it. */
export async function mayNotify(): Promise<boolean> {
  if (!('Notification' in window)) return false
  return (await Notification.requestPermission()) === 'granted'
}
