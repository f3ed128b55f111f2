import { html, nothing, type TemplateResult } from 'lit-html'
import { inPairs, type PhoneState, roomOf } from './phone-state.ts'
import { sayTime } from './say-time.ts'
import { thread } from './thread.ts'
import type { Say } from './words.ts'

export type Acts = {
  send(): void
  typed(): void
  newPhone(): void
  setWeather(weather: string): void
}

/** The whole page below its header: the story, the phone, what is known about the last answer, and the switches. */
export function stage(state: PhoneState, acts: Acts, say: Say, language: string): TemplateResult {
  return html`
    <div class="story"><h1>${say('heading')}</h1><p>${say('lead')}</p></div>
    <section class="phone" id="sms" aria-labelledby="sms-who" tabindex="-1">
      <div class="phone-top" aria-hidden="true">
        <span>${state.now ? sayTime(state.now, language) : nothing}</span><span>5G</span>
      </div>
      <div class="phone-who"><h2 id="sms-who">${say('city')}</h2><p>${say('example-number')}</p></div>
      ${thread(state, say, language)} ${writing(state, acts, say)}
    </section>
    <div class="under">
      <dl class="card facts">
        ${fact(say('latest-answer'), latestAnswer(state, say))}
        ${fact(say('delivery'), delivery(state, say, language))}
        ${fact(
          say('own-number'),
          html`<span class="own-number">${inPairs(state.msisdn)}
            <button class="button small" type="button" @click=${acts.newPhone}>${say('new-phone')}</button>
          </span>`,
        )}
        ${fact(say('try-too'), say('try-what'))}
      </dl>
      ${switches(state, acts, say)}
    </div>`
}

function writing({ draft, fault }: PhoneState, acts: Acts, say: Say): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault()
    acts.send()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  }
  const meter =
    draft === null || draft.units === 0
      ? say('meter-empty')
      : say('meter', { ...draft, odd: '', room: roomOf(draft) })
  return html`<form class="type" @submit=${submit}>
    <div role="alert" class="fault">
      ${fault === 'none' ? nothing : html`<p class="error-text">${say(fault)}</p>`}
    </div>
    <label for="sms-text">${meter}</label>
    <textarea class="input" id="sms-text" rows="1" maxlength="1600" autocomplete="off"
      @input=${acts.typed} @keydown=${pressed}></textarea>
    <button class="button primary" type="submit">
      <svg class="icon flip" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h13M12 5.5l6.5 6.5-6.5 6.5" /></svg>
      <span class="unseen">${say('send')}</span>
    </button>
  </form>`
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function latestAnswer({ texts }: PhoneState, say: Say): string {
  const last = texts.findLast(({ by }) => by === 'city')
  if (!last) return say('nothing-yet')
  const { segments, units } = last.segments
  return say('meter', { segments, units, room: roomOf(last.segments) })
}

function delivery({ texts, weather }: PhoneState, say: Say, language: string): string {
  if (weather === 'down') return say('delivery-down')
  const last = texts.findLast(({ by }) => by === 'city')
  if (!last) return say('nothing-yet')
  const time = sayTime(last.fateAt, language)
  return say(last.fate === 'delivered' ? 'delivery-done' : 'delivery-waiting', { time })
}

const weathers = ['fine', 'slow', 'down', 'silent', 'twice', 'shuffled', 'refusing']

function switches({ weather }: PhoneState, acts: Acts, say: Say): TemplateResult {
  const option = (one: string) => html`<label class="option">
    <input type="radio" name="weather" .checked=${weather === one} @change=${() => acts.setWeather(one)} />
    ${say(`weather-${one}`)}
  </label>`
  return html`<details class="card">
    <summary><strong>${say('make-it-hard')}</strong></summary>
    <fieldset class="field"><legend class="unseen">${say('provider')}</legend>${weathers.map(option)}</fieldset>
  </details>`
}
