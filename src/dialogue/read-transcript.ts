import type { Language } from '#conversation/events.ts'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { renderText } from '#knowledge/render-text.ts'
import type { ComposeDeps } from './compose/compose.ts'
import type { PersonalField, Recorded } from './ports.ts'
import type { Card, EventLine, TranscriptLine } from './transcript.ts'

/** The readable lines of recorded events. What was erased has the text "". */
export async function readTranscript(
  deps: ComposeDeps,
  recorded: readonly Recorded[],
  language: Language,
): Promise<readonly TranscriptLine[]> {
  const lines = await Promise.all(recorded.map((one) => lineOf(deps, one, language)))
  return lines.filter((line) => line !== undefined)
}

async function lineOf(
  deps: ComposeDeps,
  { position, conversationId, event }: Recorded,
  language: Language,
): Promise<TranscriptLine | undefined> {
  const { at } = event
  const place = { position, at }
  const get = async (of: string, field: PersonalField) =>
    (await deps.personal.get(conversationId, of, field)) ?? ''
  const happened = (what: EventLine): TranscriptLine => ({ ...place, by: 'event', what })
  const words = (intent: string, reply: string, slots: Record<string, string> = {}) =>
    fixedWords(deps, intent, reply, language, at, slots)
  switch (event.type) {
    case 'utterance-received': {
      const { id, channel, masked } = event.utterance
      return {
        ...place,
        by: 'citizen',
        id,
        channel,
        text: await get(id, 'text'),
        masked: masked.length > 0,
      }
    }
    case 'reply-chosen':
    case 'notice-sent': {
      const said = event.type === 'reply-chosen' ? event.reply : event.notice
      const card = await get(said.id, 'card')
      return {
        ...place,
        by: 'bot',
        id: said.id,
        channel: said.channel,
        language: said.language,
        text: await get(said.id, 'text'),
        card: card ? readCard(card) : null,
        outcome: event.type === 'reply-chosen' ? event.reply.outcome : 'notice',
        utteranceIds: event.type === 'reply-chosen' ? event.reply.utteranceIds : [],
        articles: said.says.flatMap((saying) => {
          if (saying.from !== 'article') return []
          const { articleId, version, part } = saying
          return [{ articleId, title: titleOf(deps, articleId), version, part }]
        }),
      }
    }
    case 'staff-message-sent': {
      const { id, channel, staffId } = event.message
      return {
        ...place,
        by: 'staff',
        id,
        channel,
        name: await deps.staffName(staffId),
        text: await get(id, 'text'),
      }
    }
    case 'delivery-reported':
      return { ...place, by: 'delivery', id: event.messageId, status: event.delivery.status }
    case 'wrap-up-written':
    case 'note-written':
      return {
        ...place,
        by: 'note',
        id: event.noteId,
        name: await deps.staffName(event.staffId),
        text: await get(event.noteId, 'note'),
      }
    case 'handoff-queued':
      return happened({ type: 'queued', name: null, detail: event.queue, text: null })
    case 'handoff-accepted': {
      const name = await deps.staffName(event.staffId)
      return happened({
        type: 'accepted',
        name,
        detail: null,
        text: words('human', 'accepted', { name }),
      })
    }
    case 'handoff-returned':
      return event.by === 'staff'
        ? happened({ type: 'returned', name: null, detail: null, text: words('human', 'returned') })
        : happened({ type: 'left', name: null, detail: null, text: null })
    case 'handoff-paused':
      return happened({ type: 'paused', name: null, detail: null, text: null })
    case 'handoff-overdue':
      return happened({ type: 'overdue', name: null, detail: null, text: null })
    case 'handoff-failed':
      return happened({ type: 'handoff-failed', name: null, detail: null, text: null })
    case 'alarm-raised':
      return happened({ type: 'alarm', name: null, detail: event.intent, text: null })
    case 'holder-lost':
      return happened({
        type: 'holder-lost',
        name: await deps.staffName(event.staffId),
        detail: null,
        text: null,
      })
    case 'callback-promised':
      return happened({
        type: 'callback-promised',
        name: null,
        detail: event.callback.reference,
        text: null,
      })
    case 'callback-attempted': {
      const name = await deps.staffName(event.staffId)
      return happened({ type: 'callback-attempted', name, detail: event.outcome, text: null })
    }
    case 'callback-cancelled':
      return happened({ type: 'callback-cancelled', name: null, detail: event.by, text: null })
    case 'conversation-closed': {
      const reply =
        event.by === 'time' ? 'idle-closed' : event.by === 'staff' ? 'closed-by-staff' : undefined
      const intent = event.by === 'staff' ? 'human' : 'conversation'
      const text = reply ? words(intent, reply) : null
      return happened({ type: 'closed', name: null, detail: event.disposition, text })
    }
    case 'conversation-reopened': {
      const name = await deps.staffName(event.staffId)
      const text = words('human', 'reopened', { name })
      return happened({ type: 'reopened', name, detail: null, text })
    }
    case 'feedback-given':
      return { ...place, by: 'feedback', of: event.replyId, helped: event.helped, text: '' }
    case 'feedback-commented': {
      const text = await get(event.commentId, 'text')
      return { ...place, by: 'feedback', of: event.replyId, helped: null, text }
    }
    case 'text-erased':
      return happened({
        type: 'erased',
        name: null,
        detail: null,
        text: words('conversation', 'erased'),
      })
    case 'opted-out':
    case 'opted-in':
      return happened({ type: event.type, name: null, detail: null, text: null })
    case 'conversation-started':
    case 'utterance-settled':
    case 'handoff-requested':
      return undefined
  }
}

/** Cards of before have no plain words. */
function readCard(json: string): Card {
  const card = JSON.parse(json) as Card
  return card.kind === 'answer' ? { ...card, plain: card.plain ?? '' } : card
}

function fixedWords(
  { kb }: ComposeDeps,
  intent: string,
  reply: string,
  language: Language,
  at: string,
  slots: Record<string, string>,
): string {
  const text = kb.intents.get(intent)?.replies.get(reply)?.text[language].web ?? ''
  const { year } = inCopenhagen(at)
  return renderText(text, { facts: kb.facts, language, rendering: 'web', year, slots })
}

function titleOf({ kb }: ComposeDeps, articleId: string): string {
  return kb.articles.get(articleId)?.da.title ?? articleId
}
