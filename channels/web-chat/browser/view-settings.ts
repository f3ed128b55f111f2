import { html, nothing, type TemplateResult } from 'lit-html'
import { icon } from './icons.ts'
import { hasConversation, type TextSize } from './state.ts'
import type { Template, View } from './view.ts'
import { backButton, panel } from './view-panel.ts'

const sizes: readonly TextSize[] = ['normal', 'large', 'larger', 'largest']

/** Settings take the place of the conversation; they are not a pop-up above it. */
export function settingsView(view: View): TemplateResult {
  const { state, say, act } = view
  const size = (value: TextSize) =>
    html`<label class="option"><input type="radio" name="size" .checked=${state.textSize === value} @change=${() => act.prefer({ textSize: value })}> ${say(`size-${value}`)}</label>`
  const language = (value: 'da' | 'en', name: string) =>
    html`<label class="option" lang=${value}><input type="radio" name="language" .checked=${state.language === value} @change=${() => act.prefer({ language: value })}> ${name}</label>`
  return panel(
    say('settings'),
    backButton(view),
    html`
    <fieldset class="panel-group"><legend class="legend">${say('text-size')}</legend><div class="sizes">${sizes.map(size)}</div></fieldset>
    <div class="panel-group">
      ${state.voices.includes(state.language) ? switchView('read-all', 'readsAloud', view) : nothing}
      ${switchView('plain-words', 'plain', view)}
    </div>
    <fieldset class="panel-group" aria-describedby="language-hint"><legend class="legend">${say('language')}</legend><div class="sizes">${language('da', 'Dansk')}${language('en', 'English')}</div><p class="hint" id="language-hint">${say('language-hint')}</p></fieldset>
    <div class="panel-group">
      <h4 class="unseen">${say('your-conversation')}</h4>
      <ul class="rows">${rows(view)}</ul>
    </div>`,
  )
}

function switchView(
  word: string,
  part: 'plain' | 'readsAloud',
  { state, say, act }: View,
): TemplateResult {
  const change = (event: Event) =>
    act.prefer({ [part]: (event.target as HTMLInputElement).checked })
  return html`<label class="switch"><span>${say(word)}</span><input type="checkbox" role="switch" .checked=${state[part]} @change=${change}></label>`
}

function rows({ state, say, act }: View): Template[] {
  const privacy = html`<li><button type="button" @click=${() => act.turnTo('privacy')}>${icon('info')} ${say('hello-privacy')}</button></li>`
  if (!hasConversation(state)) return [privacy]
  const isBooked = state.ended.how === 'not' && state.standing?.callback != null
  return [
    html`<li><button type="button" @click=${() => act.save('conversation')}>${icon('download')} ${say('download')}</button></li>`,
    privacy,
    html`<li><button type="button" aria-describedby=${isBooked ? 'end-hint' : nothing} @click=${() => act.endHere()}>${icon('close')} ${say('end-here')}</button>${isBooked ? html`<p class="hint" id="end-hint">${say('end-here-hint')}</p>` : nothing}</li>`,
    html`<li><button class="danger" type="button" @click=${() => act.turnTo('delete')}>${icon('trash')} ${say('delete-mine')}</button></li>`,
  ]
}
