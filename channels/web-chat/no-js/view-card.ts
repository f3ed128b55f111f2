import { shownUrl, telLink, yearOrMonth } from '#channels/web-chat/browser/format.ts'
import type { Card, CitizenLine } from '#channels/web-chat/browser/frames.ts'
import { isSafeUrl } from '#platform/browser/markdown.ts'
import { type Html, html } from '#platform/html.ts'
import { icon } from './icon.ts'
import { choiceButton, errorText, faultAt, postForm, type View } from './view.ts'

type CardOf<K extends Card['kind']> = Extract<Card, { kind: K }>

/** The one big way onward, with its address visible. */
export function goLink({ go }: CardOf<'answer'>): Html | null {
  if (go === null || !isSafeUrl(go.url)) return null
  return html`<a class="go" href="${go.url}"><span>${go.label}</span><small>${shownUrl(go.url)}</small>${icon('go', true)}</a>`
}

/** Where the facts are from, how old they are, and whether the city has checked them. */
export function sourceLine({ source }: CardOf<'answer'>, { say, state }: View): Html {
  const age =
    source.asOf === null
      ? `. ${say('source-no-age')}`
      : `, ${say('source-seen', { year: yearOrMonth(source.asOf, state.language) })}`
  const checked = say(source.verified ? 'source-verified' : 'source-unverified')
  const title = isSafeUrl(source.url)
    ? html`<a href="${source.url}">${source.title}</a>`
    : html`${source.title}`
  return html`<p class="source">${icon('book')}<span>${say('source')} ${title}${age} ${checked}</span></p>`
}

export function nextQuestions({ nexts }: CardOf<'answer'>, view: View): Html | null {
  if (nexts.length === 0) return null
  const buttons = nexts
    .slice(0, 3)
    .map(({ choice, label }) => html`<li>${choiceButton(view, choice, label, html`${label}`)}</li>`)
  return html`<ul class="nexts" aria-label="${view.say('nexts')}">${buttons}</ul>`
}

export function choiceList(
  { choices }: Pick<CardOf<'choices'>, 'choices'>,
  leadId: string,
  view: View,
): Html {
  const buttons = choices.map(({ choice, label }) => {
    const content = html`<span>${label}</span>${choiceIcon(choice)}`
    return html`<li>${choiceButton(view, choice, label, content)}</li>`
  })
  return html`<ul class="choices" aria-labelledby="${leadId}">${buttons}</ul>`
}

export function crisisLines({ lines }: CardOf<'crisis'>): Html {
  const links = lines.map(
    ({ number, label }) => html`<a href="${telLink(number)}"><b>${number}</b> ${label}</a>`,
  )
  return html`<div class="lines">${links}</div>`
}

/** Whether it helped: asked below an answer until it is said; whoever says no may say what was missing. */
export function helpedView(line: Extract<CitizenLine, { by: 'bot' }>, view: View): Html {
  const { say } = view
  const rating = view.rated.get(line.id)
  if (rating === undefined) {
    const id = `helped-${line.position}`
    const press = (helped: 'yes' | 'no') => {
      const button = html`<button class="button">${say(`helped-${helped}`)}</button>`
      return postForm(view, '/chat/hjalp', { of: line.id, helped }, button)
    }
    return html`<div class="helped" role="group" aria-labelledby="${id}"><span id="${id}">${say('helped')}</span>${press('yes')}${press('no')}</div>`
  }
  const { helped, commented } = rating
  const words = commented ? 'thanks-comment' : helped ? 'thanks-helped' : 'thanks-not-helped'
  const form = helped || commented ? null : commentForm(line.id, view)
  return html`<div class="thanks"><p>${icon('check')} ${say(words)}</p>${form}</div>`
}

function commentForm(of: string, view: View): Html {
  const { say } = view
  const fault = faultAt(view, 'comment')
  const described = fault === null ? 'comment-hint' : 'comment-hint comment-error'
  const field = html`<div class="${fault === null ? 'field' : 'field has-error'}"><label for="comment">${say('comment-label')}</label>
    <p class="hint" id="comment-hint">${say('comment-hint')}</p>
    ${errorText('comment-error', fault)}
    <textarea class="input" id="comment" name="comment" rows="2" dir="auto" aria-invalid="${fault === null ? 'false' : 'true'}" aria-describedby="${described}">
${view.filled.comment}</textarea></div>
    <div class="buttons"><button class="button">${say('comment-send')}</button></div>`
  return postForm(view, '/chat/hjalp', { of, helped: 'no' }, field, 'comment')
}

function choiceIcon(choice: string): Html | null {
  if (choice === 'call-me') return icon('phone')
  if (choice === 'write-here') return icon('chat')
  return choice === 'human' ? icon('person') : null
}
