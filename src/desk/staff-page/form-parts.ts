import type { Say } from '#desk/words.ts'
import { type Html, html } from '#platform/html.ts'
import { notice } from './notice.ts'

/** What is wrong, by the id of the field. */
export type Faults = Readonly<Record<string, string>>

export type FieldIs = {
  id: string
  name: string
  label: string
  value: string
  type: 'text' | 'search' | 'date' | 'time'
  hint: string | null
  faults: Faults
}

/** A field with its label, hint and fault, tied together for those who hear the page. */
export function textField({ id, name, label, value, type, hint, faults }: FieldIs): Html {
  return field(
    { id, label, hint, faults },
    (tied) =>
      html`<input class="input" id="${id}" name="${name}" type="${type}" value="${value}" maxlength="300" autocomplete="off"${tied}>`,
  )
}

export type Option = { value: string; label: string }

export function selectField(is: Omit<FieldIs, 'type'> & { options: readonly Option[] }): Html {
  const { id, name, value, options } = is
  const one = (option: Option) =>
    html`<option value="${option.value}"${option.value === value ? html` selected` : null}>${option.label}</option>`
  return field(
    is,
    (tied) =>
      html`<select class="input" id="${id}" name="${name}"${tied}>${options.map(one)}</select>`,
  )
}

/** Above a form that came back: how much is wrong, each with a link to its field. */
export function faultSummary(say: Say, faults: Faults): Html | null {
  const entries = Object.entries(faults)
  if (entries.length === 0) return null
  const links = entries.map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)
  return notice('danger', say('staff.correct'), html`<ul>${links}</ul>`)
}

function field(
  { id, label, hint, faults }: Pick<FieldIs, 'id' | 'label' | 'hint' | 'faults'>,
  control: (tied: Html) => Html,
): Html {
  const fault = faults[id]
  const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const tied = html`${describedBy ? html` aria-describedby="${describedBy}"` : null}${fault ? html` aria-invalid="true"` : null}`
  return html`<div class="field${fault ? ' has-error' : ''}"><label for="${id}">${label}</label>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : null}${fault ? html`<p class="error-text" id="${id}-fault">${fault}</p>` : null}
${control(tied)}</div>`
}
