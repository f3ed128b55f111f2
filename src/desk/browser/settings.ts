import type { Page } from './page.ts'

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
