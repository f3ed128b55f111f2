const CLEAR_AFTER_MS = 1000
const COUNT_EVERY_MS = 20_000

/** What a screen reader is told: two regions that are empty but for a second. */
export function announcer(status: HTMLElement, alert: HTMLElement) {
  const put = (region: HTMLElement, text: string) => {
    region.textContent = text
    setTimeout(() => {
      if (region.textContent === text) region.textContent = ''
    }, CLEAR_AFTER_MS)
  }
  let countDue: ReturnType<typeof setTimeout> | undefined
  let lastCountAt = Number.NEGATIVE_INFINITY
  return {
    tell: (text: string) => put(status, text),
    warn: (text: string) => put(alert, text),
    /** Counts change often: at most one announcement in twenty seconds, and then the newest. */
    count(text: () => string) {
      clearTimeout(countDue)
      const wait = Math.max(0, lastCountAt + COUNT_EVERY_MS - performance.now())
      countDue = setTimeout(() => {
        lastCountAt = performance.now()
        put(status, text())
      }, wait)
    },
  }
}
export type Announcer = ReturnType<typeof announcer>
