import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { DeskRow } from '#desk/desk-row.ts'
import { isLate, listsOf, mostlyLate } from './lists.ts'
import type { Scene } from './scene.ts'
import { dateOf, waitLength } from './times.ts'
import { queueName } from './titles.ts'
import { viewEmptyList } from './view-empty.ts'
import { viewRow } from './view-row.ts'

/** From so many waiting on, the queue can be narrowed and the next one taken from here. */
const MANY_WAITING = 8

export function viewList(scene: Scene): TemplateResult {
  const { page } = scene
  const { say, state, nowMs } = page
  const lists = listsOf(state.rows.values(), state.me?.id ?? '', state.queue)
  const { mine, callbacks, waiting, others } = lists
  const onlyCallbacks = state.view === 'callbacks'
  const total = onlyCallbacks
    ? callbacks.length
    : mine.length + callbacks.length + waiting.length + others.length
  const longest = waiting.map((row) => row.waitingSince ?? row.lastAt).toSorted()[0]
  return html`<aside class="desk-list" id="koe" aria-label=${say('list.name')} tabindex="0">
    ${total === 0 && state.link.is !== 'connecting' ? viewEmptyList(scene) : nothing}
    ${onlyCallbacks ? nothing : part(scene, 'list.mine', mine, String(mine.length))}
    ${part(scene, 'list.callbacks', callbacks, callbackCount(scene, callbacks))}
    ${
      onlyCallbacks || (waiting.length === 0 && state.queue === null)
        ? nothing
        : part(
            scene,
            'list.waiting',
            waiting,
            longest
              ? say('list.longest', {
                  count: waiting.length,
                  wait: waitLength(longest, nowMs, say),
                })
              : '0',
            tools(scene),
          )
    }
    ${onlyCallbacks ? nothing : part(scene, 'list.others', others, String(others.length))}
  </aside>`
}

function part(
  scene: Scene,
  name: string,
  rows: readonly DeskRow[],
  count: string,
  tools: TemplateResult | typeof nothing = nothing,
): TemplateResult | typeof nothing {
  if (rows.length === 0 && tools === nothing) return nothing
  const late = mostlyLate(rows, scene.page.nowMs) ? 'list-part mostly-late' : 'list-part'
  const id = name.replace('.', '-')
  return html`<section class=${late} aria-labelledby=${id}>
    <div class="list-head"><h2 id=${id}>${scene.page.say(name)}</h2><span>${count}</span></div>
    ${tools}
    <ul class="list">${repeat(
      rows,
      ({ conversationId }) => conversationId,
      (row) => html`<li>${viewRow(scene, row)}</li>`,
    )}</ul>
  </section>`
}

function callbackCount({ page }: Scene, callbacks: readonly DeskRow[]): string {
  const { say, nowMs } = page
  const late = callbacks.filter((row) => isLate(row, nowMs)).length
  if (mostlyLate(callbacks, nowMs)) return say('list.late-count', { count: late })
  const today = callbacks.filter(
    ({ callback }) => callback && dateOf(callback.slot.to) <= dateOf(nowMs),
  )
  return today.length > 0 ? say('list.today', { count: today.length }) : String(callbacks.length)
}

function tools({ page, actions }: Scene): TemplateResult | typeof nothing {
  const { say, state } = page
  const everyone = listsOf(state.rows.values(), state.me?.id ?? '', null).waiting
  if (everyone.length < MANY_WAITING && state.queue === null) return nothing
  const queues = Map.groupBy(everyone, ({ queue }) => queue ?? '')
  const choose = (event: Event) =>
    page.set({ queue: (event.target as HTMLSelectElement).value || null })
  return html`<div class="list-tools">
    <label class="unseen" for="filter-queue">${say('list.queue')}</label>
    <select class="input" id="filter-queue" @change=${choose}>
      <option value="">${say('list.all-queues')}</option>
      ${[...queues].map(
        ([queue, rows]) =>
          html`<option value=${queue} ?selected=${queue === state.queue}>${queueName(queue, say)} (${rows.length})</option>`,
      )}
    </select>
    <button class="button primary" type="button" @click=${() => actions.next()}>${say('list.next')} <kbd>N</kbd></button>
  </div>`
}
