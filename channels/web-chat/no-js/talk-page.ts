import { type Html, html } from '#platform/html.ts'
import { icon } from './icon.ts'
import { newsOf, statusOf } from './news.ts'
import { type PageFiles, pageFrame } from './page-frame.ts'
import type { View } from './view.ts'
import { askView, suggestions } from './view-ask.ts'
import { logView } from './view-log.ts'

/** `/chat`: the conversation as one page, with a form for everything that can be done. */
export function talkPage(files: PageFiles, view: View): string {
  const { say, state, done } = view
  const log = logView(view)
  const isEmpty = log === null
  const main = html`${faultsView(view)}
<h1>${say('title')}</h1>
${done === 'nothing' ? null : doneView(done, view)}
${helloView(view)}
${log}
${askView(view)}
${isEmpty ? suggestions(view) : null}`
  const skipTo = isEmpty
    ? { href: '#say', label: say('skip-to-field') }
    : { href: '#nyeste', label: say('skip-to-newest') }
  const { language } = state
  return pageFrame(files, { language, title: titleOf(view), skipTo, path: '/chat', main })
}

/** The state in a few words. What the citizen wrote is not in it: browsers keep titles, also on shared computers. */
function titleOf(view: View): string | null {
  const { say, state, done, faults } = view
  const is = stateTitle()
  return faults.length === 0 ? is : `${say('title-fault')}${is ?? say('errors-title')}`

  function stateTitle(): string | null {
    if (done !== 'nothing') return say(done === 'erased' ? 'erased-title' : 'closed-title')
    const { fresh, newest } = newsOf(state, view.seen)
    const staffSpoke = state.lines.some(({ by, position }) => by === 'staff' && fresh.has(position))
    switch (statusOf(state)) {
      case 'ended':
        return say('closed-title')
      case 'thinking':
        return say('still-thinking')
      case 'queue':
        return say('queue-title')
      case 'staff': {
        const name = state.standing?.holderName ?? null
        if (staffSpoke && name !== null) return say('title-staff', { name })
        return name === null ? say('staff-here-unnamed') : say('staff-here', { name })
      }
      case 'none': {
        const last = state.lines.findLast((line) => line.position === newest)
        if (last?.by === 'bot' && last.card?.kind === 'receipt') return say('receipt-title')
        return last === undefined ? null : say('title-answer')
      }
    }
  }
}

/** On top, in a list that leads to the fields. */
function faultsView({ faults, say }: View): Html | null {
  if (faults.length === 0) return null
  const all = faults.map(({ at, text }) =>
    at === 'page' ? html`<li>${text}</li>` : html`<li><a href="#${at}">${text}</a></li>`,
  )
  return html`<div class="errors" role="alert" aria-labelledby="errors-title" tabindex="-1" autofocus>
<h2 id="errors-title">${say('errors-title')}</h2><ul class="error-list">${all}</ul></div>`
}

function doneView(done: 'closed' | 'erased', { say }: View): Html {
  const [title, text] =
    done === 'erased'
      ? [say('erased-title'), say('erased-text')]
      : [say('closed-title'), say('closed-shared')]
  return html`<div class="notice plain" id="nyeste" tabindex="-1">${icon(done === 'erased' ? 'trash' : 'check')}<div class="notice-body"><h2>${title}</h2><p>${text}</p></div></div>`
}

function helloView({ say }: View): Html {
  const points = ['privacy-1', 'privacy-2', 'privacy-4', 'privacy-3'].map(
    (key) => html`<p>${say(key)}</p>`,
  )
  return html`<div class="hello">
<h2>${icon('lamp')} ${say('hello-title')}</h2>
<p>${say('hello-machine')} ${say('hello-person')}</p>
<details><summary>${say('hello-privacy')}</summary>${points}</details>
</div>`
}
