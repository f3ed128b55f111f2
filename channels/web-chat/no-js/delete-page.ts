import { html } from '#platform/html.ts'
import { icon } from './icon.ts'
import { type PageFiles, pageFrame } from './page-frame.ts'
import { postForm, type View } from './view.ts'

/** Says what else goes, before it goes. */
export function deletePage(files: PageFiles, view: View): string {
  const { say, state } = view
  const callback = state.standing?.callback
  const booked = callback
    ? html`<p class="notice wait">${icon('phone')}<span><strong>${say('delete-callback-title')}</strong> ${say('delete-callback', { when: callback.when })}</span></p>`
    : null
  const yes = html`<button class="button danger-fill">${icon('trash')} ${say('delete-yes')}</button>`
  const main = html`<h1>${say('delete-title')}</h1>
<p>${say('delete-text')}</p>${booked}
<div class="buttons">${postForm(view, '/chat/slet', {}, yes)}<a class="button" href="/chat#nyeste">${say('delete-no')}</a></div>`
  const title = say('delete-title')
  return pageFrame(files, {
    language: state.language,
    title,
    skipTo: null,
    path: '/chat/slet',
    main,
  })
}
