import { freshState, type State } from '#channels/web-chat/browser/state.ts'
import { afterFrame } from '#channels/web-chat/browser/update.ts'
import { citizenLines } from '#channels/web-chat/citizen-lines.ts'
import type { Language } from '#conversation/events.ts'
import type { Dialogue } from '#dialogue/dialogue.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'

/** What a page shows of a conversation: the same state as the widget's, and what was thought of which reply. */
export type TalkNow = { state: State; rated: ReadonlyMap<string, Rating> }
export type Rating = { helped: boolean; commented: boolean }

export async function readTalk(
  dialogue: Dialogue,
  conversationId: string | undefined,
  language: Language,
  now: string,
): Promise<TalkNow> {
  const fresh = freshState({ language, textSize: 'normal', pending: [], open: true })
  const nowMs = Date.parse(now)
  const welcome = { type: 'welcome', token: '', resumed: true, now } as const
  if (conversationId === undefined) {
    const hours = await dialogue.hours(language)
    const state = afterFrame(fresh, { ...welcome, standing: null, hours }, nowMs)
    return { state, rated: new Map() }
  }
  const lines = await linesOf(dialogue, conversationId)
  const standing = await dialogue.standing(conversationId)
  const { hours } = standing
  const greeted = afterFrame(fresh, { ...welcome, standing, hours }, nowMs)
  const state = afterFrame(greeted, { type: 'lines', lines: citizenLines(lines) }, nowMs)
  return { state, rated: ratings(lines) }
}

/** Everything that was recorded so far. */
export async function linesOf(
  dialogue: Pick<Dialogue, 'follow'>,
  conversationId: string,
): Promise<readonly TranscriptLine[]> {
  const enough = new AbortController()
  for await (const lines of dialogue.follow(conversationId, 0, enough.signal)) {
    enough.abort()
    return lines
  }
  return []
}

function ratings(lines: readonly TranscriptLine[]): ReadonlyMap<string, Rating> {
  const rated = new Map<string, Rating>()
  for (const line of lines) {
    if (line.by !== 'feedback') continue
    const before = rated.get(line.of) ?? { helped: false, commented: false }
    rated.set(line.of, {
      helped: line.helped ?? before.helped,
      commented: before.commented || line.text !== '',
    })
  }
  return rated
}
