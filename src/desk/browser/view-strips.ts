import { html, nothing, type TemplateResult } from 'lit-html'
import { icon } from './icon.ts'
import type { Scene } from './scene.ts'

/** What is wrong with the page itself: the connection, the session, its age. */
export function viewStrips({ page }: Scene): readonly (TemplateResult | typeof nothing)[] {
  const { say, state, link } = page
  const retry = html`<button class="button" type="button" @click=${() => link.retryNow()}>${icon('refresh')} ${say('strip.try')}</button>`
  const stale = state.build !== null && state.build !== document.documentElement.dataset['build']
  return [
    state.link.is === 'lost'
      ? html`<div class="desk-strip">${icon('offline')} <span><strong>${say('strip.lost')}</strong> ${untilRetry(state.link.retryAtMs, say)}</span> ${retry}</div>`
      : nothing,
    state.link.is === 'signed-out'
      ? html`<div class="desk-strip">${icon('person')} <span><strong>${say('strip.signed-out')}</strong> ${say('strip.signed-out-more')}</span>
          <a class="button" href="/desk/sign-in" target="_blank" rel="noopener">${say('strip.sign-in')}</a> ${retry}</div>`
      : nothing,
    stale
      ? html`<div class="desk-strip">${icon('refresh')} <span><strong>${say('strip.stale')}</strong> ${say('strip.stale-more')}</span>
          <button class="button" type="button" @click=${() => location.reload()}>${say('strip.reload')}</button></div>`
      : nothing,
  ]
}

function untilRetry(retryAtMs: number, say: Scene['page']['say']): string {
  const seconds = Math.ceil((retryAtMs - Date.now()) / 1000)
  return seconds > 1 ? say('strip.lost-more', { seconds }) : say('strip.lost-now')
}
