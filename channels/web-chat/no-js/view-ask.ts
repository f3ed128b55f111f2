import { hasConversation } from '#channels/web-chat/browser/state.ts'
import { type Html, html } from '#platform/html.ts'
import { icon } from './icon.ts'
import { statusOf } from './news.ts'
import { choiceButton, errorText, faultAt, postForm, type View } from './view.ts'

/** The field, the way to a person, and what can be done with the conversation. */
export function askView(view: View): Html {
  const isOver = statusOf(view.state) === 'ended'
  return html`<div class="ask">${isOver ? null : fieldForm(view)}${othersView(view)}</div>`
}

function fieldForm(view: View): Html {
  const { say, filled, state } = view
  const fault = faultAt(view, 'say')
  const described = fault === null ? 'say-hint' : 'say-hint say-error'
  // While somebody waits for a person, looking again is the main thing to do.
  const waits = statusOf(state) !== 'none'
  const content = html`<div class="${fault === null ? 'field' : 'field has-error'}">
    <label for="say">${say('write')}</label>
    <p class="hint" id="say-hint">${say('no-cpr')}.</p>
    ${errorText('say-error', fault)}
    <textarea class="input" id="say" name="text" rows="3" autocomplete="off" dir="auto" aria-invalid="${fault === null ? 'false' : 'true'}" aria-describedby="${described}">
${filled.text}</textarea>
  </div>
  <div class="buttons"><button class="${waits ? 'button' : 'button primary'}">${say('send')} ${icon('go', true)}</button></div>`
  const id = filled.id === null ? {} : { id: filled.id }
  return postForm(view, '/chat', { via: 'typed', ...id }, content, 'say')
}

function othersView(view: View): Html | null {
  const { say, state } = view
  const person = personView(view)
  const own = hasConversation(state)
    ? html`<a class="button quiet" href="/chat/samtale.txt" download>${icon('download')} ${say('download')}</a>
${state.ended.how === 'not' ? postForm(view, '/chat/afslut', {}, html`<button class="button quiet">${icon('close')} ${say('end')}</button>`) : null}
<a class="button quiet delete" href="/chat/slet">${icon('trash')} ${say('delete-mine')}</a>`
    : null
  return person === null && own === null ? null : html`<div class="others">${person}${own}</div>`
}

/** Not beside a queue or a person who is here already. */
function personView(view: View): Html | null {
  const { say, state } = view
  const status = statusOf(state)
  if (status !== 'none' && status !== 'thinking') return null
  const callback = state.standing?.callback
  const beside = callback ? say('callback-at', { when: callback.when }) : state.hours
  const human = say('human')
  const button = choiceButton(
    view,
    'human',
    human,
    html`${icon('person')} ${human}`,
    'button person',
  )
  return html`<div class="to-person">${button}<span>${beside}</span></div>`
}

/** Three real questions, for a beginning. */
export function suggestions(view: View): Html {
  const { say } = view
  const buttons = ['suggest-1', 'suggest-2', 'suggest-3'].map((key) => {
    const button = html`<button class="button">${say(key)}</button>`
    return html`<li>${postForm(view, '/chat', { via: 'typed', text: say(key) }, button)}</li>`
  })
  return html`<section aria-labelledby="suggest"><h2 class="who" id="suggest">${say('suggest')}</h2><ul class="choices">${buttons}</ul></section>`
}
