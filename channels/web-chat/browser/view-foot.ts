import { html, nothing, type TemplateResult } from 'lit-html'
import { icon } from './icons.ts'
import type { Template, View } from './view.ts'
import { staffWritesWords } from './words.ts'

/** The person and the field: always in the same place, also in the settings. */
export function footView(view: View): TemplateResult {
  const { state, say } = view
  const strip = state.offline
    ? html`<p class="chat-strip">${icon('offline')} <span>${say(navigator.onLine ? 'connecting' : 'offline')}</span></p>`
    : nothing
  return html`<footer class="chat-foot">${strip}<div class="to-person">${personView(view)}</div>${state.ended.how === 'not' ? composer(view) : nothing}</footer>`
}

function personView(view: View): Template {
  const { state, say, act } = view
  const { standing } = state
  if (state.ended.how === 'not' && standing?.handledBy === 'queue') {
    return html`<span>${icon('person')} ${queueWords(standing.ahead, say)}</span>`
  }
  if (state.ended.how === 'not' && standing?.handledBy === 'staff') {
    const here =
      standing.holderName === null
        ? say('staff-here-unnamed')
        : say('staff-here', { name: standing.holderName })
    return html`${presence(here, view)}<button class="button small" type="button" @click=${() => act.end()}>${say('end')}</button>`
  }
  const beside =
    state.ended.how !== 'not'
      ? ''
      : standing?.callback
        ? say('callback-at', { when: standing.callback.when })
        : state.hours
  return html`<button class="button small" type="button" @click=${() => act.human()}>${icon('person')} ${say('human')}</button>${beside === '' ? nothing : html`<span lang=${standing?.language ?? state.language}>${beside}</span>`}`
}

/** Who is here, or is writing: both have their place from the start, so that nothing moves. */
function presence(here: string, { state, say }: View): TemplateResult {
  const { staffWrites } = state
  const hidden = 'away'
  return html`<span class="presence"><span class=${staffWrites ? hidden : ''}>${here}</span><span class=${staffWrites ? '' : hidden}><span class="lamps" aria-hidden="true"><i></i><i></i><i></i></span> ${staffWritesWords(state, say)}</span></span>`
}

function queueWords(ahead: number | null, say: View['say']): string {
  if (ahead === null) return say('queue-unknown')
  return ahead === 0 ? say('queue-ahead-0') : say('queue-ahead', { count: ahead })
}

function composer({ state, say, act }: View): TemplateResult {
  const isTooLong = state.tooLong > 0
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const field = (event.target as HTMLFormElement).querySelector('textarea')
    if (field !== null) act.send(field.value)
  }
  const keydown = (event: KeyboardEvent) => {
    // On touch Enter is the new line that the keyboard shows; while composing it chooses a word.
    if (
      event.key !== 'Enter' ||
      event.shiftKey ||
      event.isComposing ||
      matchMedia('(pointer: coarse)').matches
    )
      return
    event.preventDefault()
    act.send((event.target as HTMLTextAreaElement).value)
  }
  return html`<form class="composer" @submit=${submit}>
    <label for="say">${say('write')} <span class="hint">${say('no-cpr')}</span></label>
    ${isTooLong ? html`<p class="error-text" id="say-error">${icon('alert')}<span>${say('too-long', { count: state.tooLong })}</span></p>` : nothing}
    <textarea class="input" id="say" rows="1" autocomplete="off" dir="auto"
      aria-invalid=${isTooLong ? 'true' : 'false'} aria-describedby=${isTooLong ? 'say-error' : nothing}
      @keydown=${keydown} @input=${(event: InputEvent) => act.typed((event.target as HTMLTextAreaElement).value)}></textarea>
    <button class="button primary send" type="submit">${say('send')} ${icon('go', true)}</button>
  </form>`
}
