import { html, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { viewBackground } from './view-background.ts'
import { viewBar } from './view-bar.ts'
import { viewDialogs } from './view-dialogs.ts'
import { viewList } from './view-list.ts'
import { viewStrips } from './view-strips.ts'
import { viewTalk } from './view-talk.ts'

/** The whole page, top to bottom. */
export function view(scene: Scene): TemplateResult {
  const { say } = scene.page
  return html`
    <a class="skip unseen" href="#samtale">${say('skip.talk')}</a>
    ${viewBar(scene)}
    <div class="strips" role="region" aria-label=${say('strip.name')}>${viewStrips(scene)}</div>
    <nav class="jump" aria-label=${say('jump.name')}>
      <a href="#koe">${say('jump.list')}</a><a href="#samtale">${say('jump.talk')}</a><a href="#baggrund">${say('jump.context')}</a>
    </nav>
    <div class="desk-grid">${viewList(scene)} ${viewTalk(scene)} ${viewBackground(scene)}</div>
    ${viewDialogs(scene)}
  `
}
