import type { Language } from '#conversation/events.ts'
import type { Say } from '#desk/words.ts'
import { inPairs } from '#dialogue/compose/slot-words.ts'
import { sayInstant } from '#handoff/say-when.ts'
import { type Html, html } from '#platform/html.ts'
import type { Hit } from './search-past.ts'
import type { Snippet } from './snippet.ts'

export type HitWords = {
  say: Say
  language: Language
  now: string
  articles: readonly { id: string; title: string }[]
  nameOf: (staffId: string) => string
}

/** One conversation in the list: what it was about, when, how it ended, and where the words stand. */
export function hitRow(view: HitWords, { item, past, snippet }: Hit): Html {
  const { say, language, now, articles, nameOf } = view
  const title =
    articles.find(({ id }) => id === item.topic)?.title ??
    say(item.reason ? `reason.${item.reason}` : 'talk.no-topic')
  const ended =
    item.state === 'closed' && item.disposition
      ? say(`ended.${item.disposition}`)
      : say(`search.state-${item.state}`)
  const staff = past.staff.map(nameOf).join(', ')
  return html`<li class="record"><h3><a href="/desk/conversation/${encodeURIComponent(item.conversationId)}">${title}</a></h3>
<p class="meta"><time datetime="${past.at}">${sayInstant(past.at, now, language)}</time><span>${say(`channel.${item.channel}`)}</span>${item.reference ? html`<span>${inPairs(item.reference)}</span>` : null}<span>${ended}</span>${staff ? html`<span>${staff}</span>` : null}${item.erased ? html`<span class="badge plain">${say('line.erased')}</span>` : null}</p>
${snippet ? html`<blockquote>${snippetHtml(snippet)}</blockquote>` : null}</li>`
}

function snippetHtml(snippet: Snippet): Html {
  return html`${snippet.map(({ text, isHit }) => (isHit ? html`<mark>${text}</mark>` : text))}`
}
