import type { Page } from './page.ts'
import type { Alerts } from './state.ts'

/** The other language, at once and for the next visit. The server reads the cookie for its own pages. */
export function chooseLanguage(page: Page): void {
  const language = page.state.language === 'da' ? 'en' : 'da'
  rememberLanguage(language)
  page.set({ language })
}

export function rememberLanguage(language: 'da' | 'en'): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that staff use.
  document.cookie = `desk-language=${language}; path=/desk; max-age=31536000; samesite=strict`
  document.documentElement.lang = language
}

const SHORTCUTS = 'desk-shortcuts'

export function shortcutsWanted(): boolean {
  return localStorage.getItem(SHORTCUTS) !== 'off'
}

export function chooseShortcuts(page: Page, wanted: boolean): void {
  localStorage.setItem(SHORTCUTS, wanted ? 'on' : 'off')
  page.set({ shortcuts: wanted })
}

const ALERTS = 'desk-alerts'

/** Off until somebody switches them on here; what they chose is kept in this browser. */
export function alertsWanted(): Alerts {
  const wanted = (localStorage.getItem(ALERTS) ?? '').split(' ')
  return { sound: wanted.includes('sound'), notices: wanted.includes('notices') }
}

export function chooseAlerts(page: Page, change: Partial<Alerts>): void {
  const alerts = { ...page.state.alerts, ...change }
  const { sound, notices } = alerts
  localStorage.setItem(ALERTS, `${sound ? 'sound' : ''} ${notices ? 'notices' : ''}`)
  page.set({ alerts })
}
