import { html, nothing, type TemplateResult } from 'lit-html'
import type { CitizenLine } from './frames.ts'
import { plainWords, shownText } from './shown-text.ts'
import type { Template, View } from './view.ts'
import { callbackForm } from './view-callback-form.ts'
import { choiceList, goLink, nextQuestions, sourceLine } from './view-card.ts'
import { answerFoot } from './view-opinion.ts'
import { richText } from './view-rich-text.ts'

type BotLine = Extract<CitizenLine, { by: 'bot' }>

/** What the bot says, as a page in small, and what can be done with it while it is the last word. */
export function answerView(line: BotLine, isActive: boolean, view: View): TemplateResult {
  const { card } = line
  const leadId = `lead-${line.position}`
  const isAnswer = card?.kind === 'answer'
  return html`<div class="answer" lang=${langOf(line, view)}>
      ${richText(shownText(line, view.state), view.say, leadId)}
      ${wholeButton(line, view)}
      ${isAnswer ? html`${goLink(card, view)}${sourceLine(card, view)}` : nothing}
      ${card?.kind === 'choices' && isActive ? choiceList(card, leadId, view) : nothing}
      ${card?.kind === 'choices' && card.hint !== null ? html`<p class="hint">${card.hint}</p>` : nothing}
      ${card?.kind === 'callback-form' && isActive ? callbackForm(card, view) : nothing}
    </div>
    ${isAnswer ? answerFoot(line, view) : nothing}
    ${isAnswer && isActive ? nextQuestions(card, view) : nothing}`
}

/** The language of what is said, where the page around it speaks another. */
export function langOf({ language }: BotLine, { state }: View): string | typeof nothing {
  return language === state.language ? nothing : language
}

function wholeButton(line: BotLine, { state, say, act }: View): Template {
  if (!state.plain || plainWords(line) === null) return nothing
  const isWhole = state.whole.includes(line.id)
  return html`<p><button class="button small" type="button" lang=${state.language} @click=${() => act.showWhole(line.id, !isWhole)}>${say(isWhole ? 'show-plain' : 'show-whole')}</button></p>`
}
