import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import { dayName, inPairs, isSameDay } from './format.ts'
import { icon } from './icons.ts'
import { activeLineId, hasConversation } from './state.ts'
import type { Template, View } from './view.ts'
import { messageView, pendingView, stalledView } from './view-message.ts'

/** The conversation, oldest first. Not live: what is new is read out by the announcer, once. */
export function logView(view: View): TemplateResult {
  const { state, say, act } = view
  const { ended } = state
  const starts = state.link === 'slow-start'
  return html`<div class="chat-scroll" role="region" aria-label=${say('log')} tabindex="0" @scroll=${() => act.scrolled()}>
    <ol class="chat-log">
      ${starts ? html`<li class="msg"><p class="thinking">${lamps} ${say('opening')}</p></li>` : nothing}
      ${ended.how === 'not' ? helloView(view) : nothing}
      ${ended.how === 'not' && !hasConversation(state) && !starts ? suggestions(view) : nothing}
      ${lines(view)}
      ${state.pending.map((one) => pendingView(one, view))}
      ${waitView(view)}
      ${state.trouble === null ? nothing : html`<li class="notice danger">${icon('alert')}<p>${state.trouble}</p></li>`}
      ${endView(view)}
    </ol>
  </div>
  ${state.newBelow ? html`<p class="new-below"><button class="button primary" type="button" @click=${() => act.toNewest()}>${say('new-below')} ${icon('down')}</button></p>` : nothing}`
}

const lamps = html`<span class="lamps" aria-hidden="true"><i></i><i></i><i></i></span>`

function lines(view: View): unknown {
  const { state } = view
  const active = activeLineId(state)
  return repeat(
    state.lines,
    ({ position }) => position,
    (line, i) => {
      const before = state.lines[i - 1]
      const isNewDay = before === undefined || !isSameDay(before.at, line.at)
      const day = isNewDay
        ? html`<li class="day">${dayName(line.at, state.language)}</li>`
        : nothing
      return html`${day}${messageView(line, 'id' in line && line.id === active, view)}`
    },
  )
}

function helloView({ say, act }: View): TemplateResult {
  return html`<li class="hello">
    <h3>${icon('lamp')} ${say('hello-title')}</h3>
    <p>${say('hello-machine')}</p>
    <p>${say('hello-person')}</p>
    <p class="hint"><button class="link" type="button" @click=${() => act.turnTo('privacy')}>${say('hello-privacy')}</button></p>
  </li>`
}

function suggestions({ say, act }: View): TemplateResult {
  const buttons = ['suggest-1', 'suggest-2', 'suggest-3'].map(
    (key) =>
      html`<li><button class="button" type="button" @click=${() => act.send(say(key))}>${say(key)}</button></li>`,
  )
  return html`<li><p class="who" id="suggest">${say('suggest')}</p><ul class="choices" aria-labelledby="suggest">${buttons}</ul></li>`
}

function waitView(view: View): Template {
  const { state, say } = view
  switch (state.wait) {
    case 'none':
      return nothing
    case 'soon':
    case 'thinking':
      return html`<li class="msg bot"><p class="thinking">${lamps} ${say('thinking')}</p></li>`
    case 'slow':
      return html`<li class="msg bot"><p class="thinking">${lamps} ${say('slow')}</p></li>`
    case 'broken':
      return stalledView(view)
  }
}

function endView(view: View): Template {
  const { state, say, act } = view
  const { ended } = state
  if (ended.how === 'not') return nothing
  const startNew = html`<button class="button primary" type="button" @click=${() => act.startNew()}>${say('start-new')}</button>`
  if (ended.how === 'erased') {
    return html`<li class="notice">${icon('trash')}<div class="notice-body"><h3>${say('erased-title')}</h3><p>${say('erased-text')}</p><div class="buttons">${startNew}</div></div></li>`
  }
  const isLeft = ended.stays && state.lines.length > 0
  const more = html`<button class="button" type="button" @click=${() => act.save('conversation')}>${icon('download')} ${say('download')}</button><button class="button danger" type="button" @click=${() => act.turnTo('delete')}>${icon('trash')} ${say('delete-it')}</button>`
  return html`<li class="notice">${icon('check')}<div class="notice-body">
    <h3>${say('closed-title')}</h3>
    ${ended.text === '' ? nothing : html`<p>${ended.text}</p>`}
    ${isLeft ? nothing : html`<p>${say(state.hasDraft ? 'closed-draft' : 'closed-shared')}</p>`}
    ${isLeft && ended.reference !== null ? html`<p>${say('closed-reference')} <b class="tnum">${inPairs(ended.reference)}</b></p>` : nothing}
    ${state.pending.length > 0 ? html`<p>${say('closed-unsent')}</p>` : nothing}
    <div class="buttons">${startNew}${isLeft ? more : nothing}</div>
  </div></li>`
}
