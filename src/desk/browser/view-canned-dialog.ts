import { html, nothing, type TemplateResult } from 'lit-html'
import { keyed } from 'lit-html/directives/keyed.js'
import type { Language } from '#conversation/events.ts'
import type { CannedReply } from '#desk/canned-replies.ts'
import type { Scene } from './scene.ts'
import { atTime, nearDay } from './times.ts'
import { viewDialog } from './view-dialog.ts'

type Editing = { is: 'list' } | { is: 'words'; id: string | null } | { is: 'remove'; id: string }
// Only the open dialog knows it.
let editing: Editing = { is: 'list' }

export function forgetEditing(): void {
  editing = { is: 'list' }
}

/** The lead's list of canned replies: write one, change it, remove it. Everybody has it at once. */
export function viewCannedDialog(scene: Scene): TemplateResult {
  const { page } = scene
  const { say, state } = page
  const content = html`
    ${state.notice ? html`<div class="notice danger"><p>${state.notice}</p></div>` : nothing}
    ${editing.is === 'words' ? viewWords(scene, editing.id) : viewReplies(scene)}`
  return viewDialog(page, 'canned', say('canned.title'), content)
}

function viewReplies(scene: Scene): TemplateResult {
  const { page } = scene
  const { say, state } = page
  return html`<p>${say('canned.lead')}</p>
    <div class="buttons"><button class="button primary" type="button" @click=${edit(scene, { is: 'words', id: null })}>${say('canned.new')}</button>
      <button class="button" type="button" @click=${() => page.set({ dialog: 'none' })}>${say('dialog.close')}</button></div>
    <ul class="canned-all">${state.canned.map((reply) => viewReply(scene, reply))}</ul>`
}

function viewReply(scene: Scene, reply: CannedReply): TemplateResult {
  const { page, writing } = scene
  const { say, state, nowMs } = page
  const { id, changed } = reply
  const { title, text } = reply[state.language]
  const isLeaving = editing.is === 'remove' && editing.id === id
  const remove = () => {
    editing = { is: 'list' }
    void writing.removeCanned(id)
  }
  const when = changed
    ? `${nearDay(changed.at, nowMs, state.language, say)} ${atTime(changed.at, state.language, say)}`
    : ''
  return html`<li><div><b>${title}</b><p>${text}</p>
      ${changed ? html`<p class="hint">${say('canned.changed', { name: changed.by, when })}</p>` : nothing}</div>
    ${
      isLeaving
        ? html`<div class="buttons"><button class="button danger-fill" type="button" @click=${remove} aria-label=${say('canned.remove-title', { title })}>${say('canned.remove-sure')}</button>
            <button class="button" type="button" @click=${edit(scene, { is: 'list' })}>${say('canned.keep')}</button></div>`
        : html`<div class="buttons"><button class="button" type="button" aria-label=${say('canned.change-title', { title })} @click=${edit(scene, { is: 'words', id })}>${say('canned.change')}</button>
            <button class="button" type="button" aria-label=${say('canned.remove-title', { title })} @click=${edit(scene, { is: 'remove', id })}>${say('canned.remove')}</button></div>`
    }</li>`
}

function viewWords(scene: Scene, id: string | null): TemplateResult {
  const { page, writing } = scene
  const { say, state } = page
  const before = state.canned.find((reply) => reply.id === id)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const wordsIn = (language: Language) => ({
      title: String(given.get(`title-${language}`) ?? '').trim(),
      text: String(given.get(`text-${language}`) ?? '').trim(),
    })
    if (!(await writing.keepCanned(id, { da: wordsIn('da'), en: wordsIn('en') }))) return
    editing = { is: 'list' }
    page.set({})
  }
  const fields = (
    language: Language,
  ) => html`<fieldset class="field"><legend>${say(`language.${language}`)}</legend>
      <div class="field"><label for=${`title-${language}`}>${say('canned.field-title')}</label>
        <input class="input" id=${`title-${language}`} name=${`title-${language}`} lang=${language} required maxlength="80" pattern=".*\\S.*" autocomplete="off" value=${before?.[language].title ?? ''}></div>
      <div class="field"><label for=${`text-${language}`}>${say('canned.field-text')}</label>
        <textarea class="input" id=${`text-${language}`} name=${`text-${language}`} lang=${language} rows="3" required maxlength="2000">${before?.[language].text ?? ''}</textarea></div>
    </fieldset>`
  return html`${keyed(
    id,
    html`<form @submit=${save}>
      <p class="hint">${say('canned.advice')}</p>
      ${fields('da')} ${fields('en')}
      <div class="buttons"><button class="button primary">${say('canned.save')}</button>
        <button class="button" type="button" @click=${edit(scene, { is: 'list' })}>${say('dialog.cancel')}</button></div>
    </form>`,
  )}`
}

function edit({ page }: Scene, next: Editing): () => void {
  return () => {
    editing = next
    page.set({ notice: null })
  }
}
