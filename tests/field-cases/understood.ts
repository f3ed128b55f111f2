import type { Reply } from '#conversation/events.ts'
import type { SharedHouse, Talk, TalkOptions } from '#tests/kit/start-talk.ts'
import { startTalk } from '#tests/kit/start-talk.ts'

/** What the bot did about one thing that was said, in short: `pas-voksne#price`, `human.ask-number`. */
export type Did = { text: string; language: string; outcome: string; says: string; asks: string }

export async function did(talk: Talk, text: string): Promise<Did> {
  const said = await talk.says(text)
  const event = await talk.lastEvent('reply-chosen')
  if (!event) throw new Error(`nothing was answered to "${text}"`)
  const { language, outcome, says, asks } = event.reply
  return { text: said, language, outcome, says: inShort(says), asks: asks.for }
}

/** Says them one after the other; what the bot did about the last one. */
export async function lastOf(
  shared: SharedHouse,
  texts: readonly string[],
  options: Pick<TalkOptions, 'channel' | 'at'> = {},
): Promise<Did> {
  const talk = await startTalk({ shared, ...options })
  for (const text of texts.slice(0, -1)) await talk.says(text)
  return did(talk, texts.at(-1) ?? '')
}

function inShort(says: Reply['says']): string {
  return says
    .map((s) => (s.from === 'article' ? `${s.articleId}#${s.part}` : `${s.intent}.${s.reply}`))
    .filter((name) => name !== 'conversation.notice')
    .join(' ')
}
