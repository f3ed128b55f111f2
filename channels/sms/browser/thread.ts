import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { PhoneText } from '#channels/sms/demo/handsets.ts'
import type { PhoneState } from './phone-state.ts'
import { sayDay, sayTime } from './say-time.ts'
import type { Say } from './words.ts'

/** The texts of the phone, with what became of each. */
export function thread(state: PhoneState, say: Say, language: string): TemplateResult {
  const { texts } = state
  const lastOwn = texts.findLast(({ by }) => by === 'citizen')
  return html`<ol class="thread" id="thread" aria-label=${say('texts')} tabindex="0">
    ${texts.length === 0 ? html`<li class="clock">${say('none-yet')}</li>` : nothing}
    ${repeat(
      texts,
      ({ id }) => id,
      (text, i) => html`${dayAbove(text, texts[i - 1], language)}
        <li class="sms ${text.by === 'citizen' ? 'out' : ''} ${isKept(text, state) ? 'failed' : ''}"
          ><span class="unseen">${say(text.by === 'citizen' ? 'you' : 'them')}: </span>${text.text}</li>
        ${fate(text, state, text === lastOwn, say, language)}`,
    )}
  </ol>`
}

function dayAbove(text: PhoneText, before: PhoneText | undefined, language: string) {
  const pauseMs = before ? Date.parse(text.at) - Date.parse(before.at) : Number.POSITIVE_INFINITY
  if (pauseMs < 3_600_000) return nothing
  return html`<li class="clock">
    ${sayDay(text.at, language)} <time datetime=${text.at}>${sayTime(text.at, language)}</time>
  </li>`
}

function fate(text: PhoneText, state: PhoneState, isLast: boolean, say: Say, language: string) {
  const time = sayTime(text.fateAt, language)
  if (isKept(text, state)) {
    return html`<li class="sms-fate out bad">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 4l9 16H3z" /><path d="M12 10v4.5M12 17.2v.1" />
      </svg>
      ${say('fate-kept')}
    </li>`
  }
  if (text.by === 'citizen') {
    if (text.fate === 'waiting')
      return html`<li class="sms-fate out">${say('fate-on-its-way')}</li>`
    return isLast ? html`<li class="sms-fate out">${say('fate-delivered', { time })}</li>` : nothing
  }
  const { segments } = text.segments
  return html`<li class="sms-fate">${say('count', { segments })}</li>`
}

/** The provider is down and has the text: it goes on trying. */
function isKept(text: PhoneText, { weather }: PhoneState): boolean {
  return text.by === 'citizen' && text.fate === 'waiting' && weather === 'down'
}
