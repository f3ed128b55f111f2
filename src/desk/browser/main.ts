import { rememberLanguage } from './settings.ts'
import { startDesk } from './start-desk.ts'

const { page } = document.documentElement.dataset
if (page === 'desk') startDesk()
if (page === 'sign-in' || page === 'welcome') {
  offerOtherLanguage()
  document.querySelector<HTMLElement>('#name')?.focus()
}
if (page === 'welcome') {
  takeToken()
  addEventListener('hashchange', takeToken)
}

// The one-time token stands behind the #, which no server sees: it goes from there into the form.
function takeToken(): void {
  const token = location.hash.slice(1) || sessionStorage.getItem('desk-link') || ''
  const field = document.querySelector<HTMLInputElement>('#token')
  if (field) field.value = token
  // A wrong form comes back without it.
  sessionStorage.setItem('desk-link', token)
  if (location.hash) history.replaceState(null, '', location.pathname)
}

function offerOtherLanguage(): void {
  document.querySelector('#language')?.addEventListener('click', () => {
    rememberLanguage(document.documentElement.lang === 'da' ? 'en' : 'da')
    location.assign(location.pathname)
  })
}
