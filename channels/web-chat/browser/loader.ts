/** The path of the widget's code, put in when the server starts. */
declare const WIDGET_PATH: string

const own = document.currentScript as HTMLScriptElement | null
const address = own?.src ?? location.href

function embed(): void {
  if (document.querySelector('kk-chat') !== null) return
  const chat = document.createElement('kk-chat')
  chat.setAttribute('base', new URL('.', address).href)
  // `data-theme="auto"` and `data-language="en"` on the script tag become attributes of the element.
  for (const [name, value] of Object.entries(own?.dataset ?? {})) {
    if (value !== undefined) chat.setAttribute(name, value)
  }
  document.body.append(chat)
  if (!canRun()) {
    sayUnavailable(chat)
    return
  }
  const code = document.createElement('script')
  code.src = new URL(WIDGET_PATH.slice(1), new URL('.', address)).href
  code.async = true
  code.addEventListener('error', () => sayUnavailable(chat))
  document.head.append(code)
}

/** What the chat is built on; older browsers get the phone number at once. */
function canRun(): boolean {
  return 'adoptedStyleSheets' in document && CSS.supports('color', 'light-dark(red, blue)')
}

/** The page says so when the chat cannot start, and how else to get hold of us. */
function sayUnavailable(chat: HTMLElement): void {
  const da = !document.documentElement.lang.startsWith('en')
  const { text, phone, page } = UNAVAILABLE[da ? 'da' : 'en']
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  const call = document.createElement('a')
  call.href = 'tel:+4533663366'
  call.textContent = phone
  const write = document.createElement('a')
  write.href = new URL(`chat?lang=${da ? 'da' : 'en'}`, new URL('.', address)).href
  write.textContent = page
  notice.append(`${text} `, call, ' ', write)
  const root = chat.attachShadow({ mode: 'open' })
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(LOADER_STYLE)
    root.adoptedStyleSheets = [sheet]
  }
  root.append(notice)
}

declare const UNAVAILABLE: Record<'da' | 'en', { text: string; phone: string; page: string }>
declare const LOADER_STYLE: string

if (document.body === null) addEventListener('DOMContentLoaded', embed, { once: true })
else embed()
