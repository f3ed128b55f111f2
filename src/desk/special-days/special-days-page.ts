import { type Faults, faultSummary, selectField, textField } from '#desk/staff-page/form-parts.ts'
import { notice } from '#desk/staff-page/notice.ts'
import type { Shown } from '#desk/staff-page/staff-page.ts'
import type { Texts } from '#desk/staff-page/texts.ts'
import { trail } from '#desk/staff-page/trail.ts'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { daysAhead } from '#handoff/days-ahead.ts'
import { type Html, html } from '#platform/html.ts'
import { comingDays, type DaysInWords, dayWords } from './coming-days.ts'

export type SpecialDaysView = DaysInWords & {
  /** How many wait for staff now. */
  waiting: number
  /** What was just done, from the address; anything may stand there. */
  done: string
  form: Texts
  faults: Faults
  trail: readonly { who: string; at: string; why: string; key: string; json: string | null }[]
}

const DAYS_SHOWN = 14

export function specialDaysPage(view: SpecialDaysView): Shown {
  const { say, faults, now, language, done, waiting } = view
  const rows = view.trail.map(({ key, json, ...row }) => ({
    ...row,
    what: dayWords(view, key, json),
  }))
  const isDone = ['early', 'day', 'removed'].includes(done)
  const body = html`<p>${say('days.lead')}</p>
${isDone ? notice('person', say(`days.done-${done}`), waiting > 0 && done !== 'removed' ? say('days.waiting-told') : '') : null}${faultSummary(say, faults)}
<div class="panels"><section class="panel" aria-labelledby="early"><h2 id="early">${say('days.early')}</h2>${earlyForm(view)}</section>
<section class="panel" aria-labelledby="day"><h2 id="day">${say('days.day')}</h2>${dayForm(view)}</section></div>
<section class="panel" aria-labelledby="coming"><h2 id="coming">${say('days.coming')}</h2>${comingDays(view)}</section>
<section class="panel" aria-labelledby="ahead"><h2 id="ahead">${say('days.ahead')}</h2>${ahead(view)}</section>
<section class="panel" aria-labelledby="trail"><h2 id="trail">${say('staff.trail')}</h2>${trail(rows, now, language, say)}</section>`
  return {
    current: 'special-days',
    title: say('days.title'),
    body,
    isFault: Object.keys(faults).length > 0,
  }
}

function earlyForm(view: SpecialDaysView): Html {
  const { say, faults, waiting, now } = view
  const value = valuesOf(view, 'early')
  return html`<form method="post" action="/desk/special-days"><input type="hidden" name="do" value="early">
<div class="field-row">${textField({ id: 'early-time', name: 'time', label: say('days.close-at'), value: value('time', nextHalfHour(now)), type: 'time', hint: null, faults })}
${queueField(view, 'early-queue', value('queue', 'all'))}</div>
${textField({ id: 'early-why', name: 'why', label: say('staff.reason'), value: value('why', ''), type: 'text', hint: say('staff.reason-hint'), faults })}
<p class="quiet">${waiting === 0 ? say('days.nobody-waits') : say('days.waiting', { count: waiting })} ${say('days.what-happens')}</p>
<div class="buttons"><button class="button primary">${say('days.early-go')}</button></div></form>`
}

function dayForm(view: SpecialDaysView): Html {
  const { say, faults } = view
  const value = valuesOf(view, 'day')
  const kinds = [
    { value: 'closed', label: say('days.kind-closed') },
    { value: 'hours', label: say('days.kind-hours') },
  ]
  return html`<form method="post" action="/desk/special-days"><input type="hidden" name="do" value="day">
<div class="field-row">${textField({ id: 'day-date', name: 'date', label: say('days.date'), value: value('date', ''), type: 'date', hint: null, faults })}
${queueField(view, 'day-queue', value('queue', 'all'))}</div>
${selectField({ id: 'day-kind', name: 'kind', label: say('days.kind'), value: value('kind', 'closed'), options: kinds, hint: null, faults })}
<div class="field-row">${textField({ id: 'day-from', name: 'from', label: say('days.from'), value: value('from', ''), type: 'time', hint: null, faults })}
${textField({ id: 'day-to', name: 'to', label: say('days.to'), value: value('to', ''), type: 'time', hint: null, faults })}</div>
<div class="field-row">${textField({ id: 'day-again-from', name: 'again-from', label: say('days.again-from'), value: value('again-from', ''), type: 'time', hint: null, faults })}
${textField({ id: 'day-again-to', name: 'again-to', label: say('days.again-to'), value: value('again-to', ''), type: 'time', hint: null, faults })}</div>
<p class="hint">${say('days.hours-hint')}</p>
${textField({ id: 'day-why', name: 'why', label: say('staff.reason'), value: value('why', ''), type: 'text', hint: say('staff.reason-hint'), faults })}
<div class="buttons"><button class="button">${say('days.day-go')}</button></div></form>`
}

/** The form that came back has what was written in it, the other one what it begins with. */
function valuesOf({ form }: SpecialDaysView, which: string) {
  return (name: string, first: string) => (form('do') === which ? form(name) : first)
}

function queueField(
  { say, calendar, language, faults }: SpecialDaysView,
  id: string,
  value: string,
): Html {
  const queues = [...calendar.queues.values()].map((one) => ({
    value: one.id,
    label: one.name[language],
  }))
  const options = [{ value: 'all', label: say('staff.all-queues') }, ...queues]
  return selectField({
    id,
    name: 'queue',
    label: say('days.queue'),
    value,
    options,
    hint: null,
    faults,
  })
}

function ahead({ say, calendar, now, language }: SpecialDaysView): Html {
  const special = new Set(calendar.specialDays.map(({ date }) => date))
  const rows = daysAhead(calendar, now, DAYS_SHOWN, language).map(
    ({ date, day, hours }) =>
      html`<tr><th scope="row">${day}${special.has(date) ? html` <span class="badge wait">${say('days.special')}</span>` : null}</th><td>${hours.map(
        ({ said, queues, isAll }) =>
          html`<p>${said}${isAll ? null : html` <span class="quiet">${queues.join(', ')}</span>`}</p>`,
      )}</td></tr>`,
  )
  return html`<table><caption>${say('days.ahead-caption')}</caption><thead><tr><th scope="col">${say('days.date')}</th><th scope="col">${say('days.hours')}</th></tr></thead><tbody>${rows}</tbody></table>`
}

function nextHalfHour(now: string): string {
  const at = inCopenhagen(now)
  const half = at.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })
  return half.toPlainTime().toString({ smallestUnit: 'minute' })
}
