import type { Language } from '#conversation/events.ts'
import { type Faults, faultSummary, selectField, textField } from '#desk/staff-page/form-parts.ts'
import { notice } from '#desk/staff-page/notice.ts'
import type { Shown } from '#desk/staff-page/staff-page.ts'
import type { Texts } from '#desk/staff-page/texts.ts'
import { trail } from '#desk/staff-page/trail.ts'
import type { Say } from '#desk/words.ts'
import type { OffSwitch, SwitchWay } from '#dialogue/off-switches.ts'
import { sayInstant } from '#handoff/say-when.ts'
import { type Html, html } from '#platform/html.ts'

export type SwitchesView = {
  language: Language
  say: Say
  now: string
  off: readonly OffSwitch[]
  articles: readonly { id: string; title: string }[]
  /** What was just done, from the address; anything may stand there. */
  done: { way: string; what: string }
  form: Texts
  faults: Faults
  trail: readonly { who: string; at: string; why: string; way: SwitchWay; what: string }[]
}

export function switchesPage(view: SwitchesView): Shown {
  const { say, faults, off, now, language } = view
  const rows = view.trail.map(({ way, what, ...row }) => ({
    ...row,
    what: say(`switch.did-${way}`, { what: nameOf(view, what) }),
  }))
  const body = html`<p>${say('switch.lead')}</p>
${doneNotice(view)}${faultSummary(say, faults)}
<section class="panel" aria-labelledby="off-now"><h2 id="off-now">${say('switch.off-now')}</h2>
${off.length === 0 ? notice('person', say('switch.all-on')) : html`<ul class="records">${off.map((one) => offRow(view, one))}</ul>`}</section>
<section class="panel" aria-labelledby="switch-off"><h2 id="switch-off">${say('switch.off-title')}</h2>${offForm(view)}</section>
<section class="panel" aria-labelledby="trail"><h2 id="trail">${say('staff.trail')}</h2>${trail(rows, now, language, say)}</section>`
  const isFault = Object.keys(faults).length > 0
  return { current: 'switches', title: say('switch.title'), body, isFault }
}

/** What citizens get from now on; only when it is so. */
function doneNotice(view: SwitchesView): Html | null {
  const { say, done, off } = view
  const isOff = off.some(({ what }) => what === done.what)
  const name = nameOf(view, done.what)
  if (done.way === 'off' && isOff)
    return notice(
      'wait',
      html`<p><strong>${say('switch.now-off', { what: name })}</strong></p>`,
      say(`switch.gets-${kindOf(done.what)}`),
    )
  if (done.way === 'on' && !isOff && done.what !== '')
    return notice('person', say('switch.now-on', { what: name }))
  return null
}

function offRow(view: SwitchesView, { what, by, at, why }: OffSwitch): Html {
  const { say, now, language, faults, form } = view
  const name = nameOf(view, what)
  const since =
    at === '' ? null : html`<time datetime="${at}">${sayInstant(at, now, language)}</time>`
  const value = form('way') === 'on' && form('what') === what ? form('why') : ''
  const label = say('switch.on-why', { what: name })
  return html`<li class="record"><h3>${name}</h3>
<p class="meta"><span class="badge wait">${say('switch.is-off')}</span><span>${by}</span>${since}</p>
<blockquote>${why}</blockquote><p>${say(`switch.gets-${kindOf(what)}`)}</p>
<form method="post" action="/desk/switches" class="stack"><input type="hidden" name="way" value="on"><input type="hidden" name="what" value="${what}">
${textField({ id: `why-${what}`, name: 'why', label, value, type: 'text', hint: null, faults })}
<div class="buttons"><button class="button">${say('switch.on-go')}<span class="unseen">: ${name}</span></button></div></form></li>`
}

function offForm({ say, articles, form, faults, off }: SwitchesView): Html {
  const isOff = new Set(off.map(({ what }) => what))
  const value = (name: string) => (form('way') === 'off' ? form(name) : '')
  const options = [
    { value: '', label: say('switch.choose') },
    { value: 'bot', label: say('switch.bot') },
    { value: 'desk', label: say('switch.desk') },
    ...articles.map(({ id, title }) => ({ value: id, label: say('switch.article', { title }) })),
  ].filter(({ value }) => !isOff.has(value))
  return html`<form method="post" action="/desk/switches"><input type="hidden" name="way" value="off">
${selectField({ id: 'what', name: 'what', label: say('switch.what'), value: value('what'), options, hint: say('switch.what-hint'), faults })}
${textField({ id: 'why', name: 'why', label: say('staff.reason'), value: value('why'), type: 'text', hint: say('staff.reason-hint'), faults })}
<div class="buttons"><button class="button danger-fill">${say('switch.off-go')}</button></div></form>`
}

function nameOf({ say, articles }: SwitchesView, what: string): string {
  if (what === 'bot' || what === 'desk') return say(`switch.${what}`)
  return say('switch.article', { title: articles.find(({ id }) => id === what)?.title ?? what })
}

function kindOf(what: string): 'bot' | 'desk' | 'article' {
  return what === 'bot' || what === 'desk' ? what : 'article'
}
