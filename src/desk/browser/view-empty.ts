import { html, nothing, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { presenceOf } from './state.ts'

/** Houses on the quay: nobody waits, and that is a good thing. */
export function viewEmptyList({ page }: Scene): TemplateResult {
  const { say, state } = page
  const name = state.view === 'callbacks' ? 'list.no-callbacks' : 'list.empty'
  return html`<div class="empty">
    <svg class="quay" viewBox="0 0 378 150" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
      <path class="house-a" d="M0 150V82L29 58L58 82V150zM180 150V34H238V150z" /><path class="house-b" d="M58 150V88L65 66H103L110 88V150zM238 150V72L245 50H301L308 72V150z" /><path class="house-c" d="M110 150V90h8.8v-8h8.8v-8h8.8v-8h17.5v8h8.8v8h8.8v8h8.8V150zM308 150V63L343 34L378 63V150z" /><path class="pane" d="M9 88h7v10h-7zM42 88h7v10h-7zM26 105h7v10h-7zM42 122h7v10h-7zM71 94h7v10h-7zM71 111h7v10h-7zM118 96h7v10h-7zM134 96h7v10h-7zM118 113h7v10h-7zM189 42h7v10h-7zM222 42h7v10h-7zM189 59h7v10h-7zM222 76h7v10h-7zM189 110h7v10h-7zM246 78h7v10h-7zM293 78h7v10h-7zM246 95h7v10h-7zM293 112h7v10h-7zM316 69h7v10h-7zM363 69h7v10h-7zM316 103h7v10h-7zM332 120h7v10h-7z" /><path class="pane lit" d="M26 88h7v10h-7zM9 105h7v10h-7zM90 94h7v10h-7zM149 113h7v10h-7zM189 76h7v10h-7zM206 76h7v10h-7zM262 95h7v10h-7zM347 86h7v10h-7z" />
    </svg>
    <h2>${say(name)}</h2>
    <p>${say(`${name}-more`)}</p>
  </div>`
}

/** The middle while no conversation is open: what comes next, and who else is here. */
export function viewReady({ page }: Scene): TemplateResult {
  const { say, state } = page
  const mine = presenceOf(state)
  const others = state.colleagues.filter(({ staffId }) => staffId !== state.me?.id)
  const [before, after] = say('talk.ready-free', { key: '\u0000' }).split('\u0000')
  return html`<div class="empty">
    <h1 id="talk-title" tabindex="-1">${say('talk.ready')}</h1>
    ${mine === 'free' ? html`<p>${before}<kbd>N</kbd>${after}</p>` : html`<p>${say('talk.ready-busy')}</p>`}
    ${
      others.length === 0
        ? nothing
        : html`<div class="duty"><h2>${say('talk.duty')}</h2>
            <ul class="list">${others.map((one) => html`<li>${one.name} · ${say(`presence.${one.state}`)}</li>`)}</ul></div>`
    }
  </div>`
}
