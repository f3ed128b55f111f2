import type { State } from '#channels/web-chat/browser/state.ts'
import type { Say } from '#channels/web-chat/browser/words.ts'
import { type Html, html } from '#platform/html.ts'
import { icon } from './icon.ts'
import type { Rating } from './read-talk.ts'

/** All that a page is made of. */
export type View = {
  say: Say
  state: State
  rated: ReadonlyMap<string, Rating>
  /** The last line that the page before this one had, when that is known. */
  seen: number | null
  now: string
  csrf: string
  newId: () => string
  filled: Filled
  faults: readonly Fault[]
  /** What was just done to a conversation that is not shown any more. */
  done: 'nothing' | 'closed' | 'erased'
}
/** What was in the fields when a page had to be shown again. Null: a new id. */
export type Filled = {
  id: string | null
  text: string
  phone: string
  slot: string | null
  comment: string
}
/** What went wrong, at its field or at none. */
export type Fault = { at: 'say' | 'phone' | 'slot' | 'comment' | 'page'; text: string }

export const nothingFilled: Filled = { id: null, text: '', phone: '', slot: null, comment: '' }

/** A form with what every form has: the token against forgery, an id of its own, and what the page showed. */
export function postForm(
  view: View,
  action: string,
  fields: Readonly<Record<string, string>>,
  content: Html,
  className = 'press',
): Html {
  const all = { _csrf: view.csrf, id: view.newId(), seen: String(lastPosition(view)), ...fields }
  const hidden = Object.entries(all).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form class="${className}" method="post" action="${action}" novalidate>${hidden}${content}</form>`
}

/** A button that says something: a choice of the bot's, or what people ask. */
export function choiceButton(
  view: View,
  choice: string,
  label: string,
  content: Html,
  className = 'button',
): Html {
  const button = html`<button class="${className}">${content}</button>`
  return postForm(view, '/chat', { via: 'chosen', choice, text: label }, button)
}

export function lastPosition({ state }: View): number {
  return state.lines.at(-1)?.position ?? 0
}

export function faultAt({ faults }: View, at: Fault['at']): string | null {
  return faults.find((fault) => fault.at === at)?.text ?? null
}

/** What is wrong, between hint and field. */
export function errorText(id: string, text: string | null): Html | null {
  return text === null
    ? null
    : html`<p class="error-text" id="${id}">${icon('alert')}<span>${text}</span></p>`
}
