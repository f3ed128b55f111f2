import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { DeskRow } from '#desk/desk-row.ts'
import { narrows } from './filter.ts'
import { isLate, listsOf, mostlyLate } from './lists.ts'
import type { Scene } from './scene.ts'
import { dateOf, waitLength } from './times.ts'
import { viewEmptyList } from './view-empty.ts'
import { viewFilters } from './view-filters.ts'
import { viewRow } from './view-row.ts'

export function viewList(scene: Scene): TemplateResult {
  const { page } = scene
  const { say, state, nowMs } = page
  const lists = listsOf(state.rows.values(), state.me?.id ?? '', state.filter)
  const { mine, callbacks, waiting, others } = lists
  const onlyCallbacks = state.view === 'callbacks'
  const total = onlyCallbacks
    ? callbacks.length
    : mine.length + callbacks.length + waiting.length + others.length
  const longest = waiting.map((row) => row.waitingSince ?? row.lastAt).toSorted()[0]
  const all = listsOf(state.rows.values(), state.me?.id ?? '').waiting.length
  const count =
    all === waiting.length ? all : say('list.some-of', { count: waiting.length, total: all })
  return html`<aside class="desk-list" id="koe" aria-label=${say('list.name')} tabindex="0">
    ${total === 0 && state.link.is !== 'connecting' ? viewEmptyList(scene) : nothing}
    ${onlyCallbacks ? nothing : part(scene, 'list.mine', mine, String(mine.length))}
    ${part(scene, 'list.callbacks', callbacks, callbackCount(scene, callbacks))}
    ${
      onlyCallbacks || (waiting.length === 0 && !narrows(state.filter))
        ? nothing
        : part(
            scene,
            'list.waiting',
            waiting,
            longest
              ? say('list.longest', { count, wait: waitLength(longest, nowMs, say) })
              : String(count),
            viewFilters(scene),
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
