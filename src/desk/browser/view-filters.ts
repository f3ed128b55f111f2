import { html, nothing, type TemplateResult } from 'lit-html'
import type { ChannelName } from '#conversation/events.ts'
import type { DeskRow } from '#desk/desk-row.ts'
import { everything, narrows } from './filter.ts'
import { listsOf } from './lists.ts'
import type { Scene } from './scene.ts'
import { queueName } from './titles.ts'

/** From so many waiting on, the queue can be narrowed and the next one taken from here. */
const MANY_WAITING = 8

/** How the queue is narrowed, with what each choice would leave, and the next one. */
export function viewFilters({ page, actions }: Scene): TemplateResult | typeof nothing {
  const { say, state } = page
  const { filter } = state
  const all = listsOf(state.rows.values(), state.me?.id ?? '').waiting
  if (all.length < MANY_WAITING && !narrows(filter)) return nothing
  const late = all.filter(({ overdue }) => overdue).length
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value
  return html`<div class="list-tools">
    ${select('queue', all, ({ queue }) => queue ?? '', filter.queue, {
      label: say('list.queue'),
      all: say('list.all-queues'),
      name: (queue) => queueName(queue, say),
      choose: (event) => page.set({ filter: { ...filter, queue: chosen(event) || null } }),
    })}
    ${select('channel', all, ({ channel }) => channel, filter.channel, {
      label: say('list.channel'),
      all: say('list.all-channels'),
      name: (channel) => say(`channel.${channel}`),
      choose: (event) =>
        page.set({ filter: { ...filter, channel: (chosen(event) || null) as ChannelName | null } }),
    })}
    <label class="option"><input type="checkbox" .checked=${filter.overdueOnly} @change=${(event: Event) => page.set({ filter: { ...filter, overdueOnly: (event.target as HTMLInputElement).checked } })}> ${say('list.overdue-only', { count: late })}</label>
    ${narrows(filter) ? html`<button class="button" type="button" @click=${() => page.set({ filter: everything })}>${say('list.show-all')}</button>` : nothing}
    <button class="button primary" type="button" @click=${() => actions.next('write')}>${say('list.next')} <kbd>N</kbd></button>
  </div>`
}

function select(
  id: string,
  rows: readonly DeskRow[],
  of: (row: DeskRow) => string,
  value: string | null,
  words: {
    label: string
    all: string
    name: (value: string) => string
    choose: (event: Event) => void
  },
): TemplateResult | typeof nothing {
  const counts = new Map([...Map.groupBy(rows, of)].map(([key, some]) => [key, some.length]))
  // What is chosen stays to be seen when the last of it was taken.
  if (value !== null && !counts.has(value)) counts.set(value, 0)
  if (counts.size < 2 && value === null) return nothing
  return html`<label class="unseen" for=${`filter-${id}`}>${words.label}</label>
    <select class="input" id=${`filter-${id}`} @change=${words.choose}>
      <option value="" ?selected=${value === null}>${words.all}</option>
      ${[...counts]
        .toSorted(([, a], [, b]) => b - a)
        .map(
          ([key, count]) =>
            html`<option value=${key} ?selected=${key === value}>${words.name(key)} (${count})</option>`,
        )}
    </select>`
}
