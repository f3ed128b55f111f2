import type { ConversationEvent } from '#conversation/events.ts'
import type { View } from '#conversation/view.ts'
import type { DeskItem } from './desk-item.ts'

/** What the desk lists, one document a conversation. */
export const deskView: View<DeskItem> = {
  name: 'desk',
  project({ conversationId, event }, read) {
    if (event.type === 'conversation-started') {
      const { channel, language, at } = event
      return [
        {
          key: conversationId,
          doc: { ...empty, conversationId, channel, language, startedAt: at, lastAt: at },
        },
      ]
    }
    const before = read(conversationId)
    if (!before) return []
    const changed = change(before, event)
    return changed ? [{ key: conversationId, doc: { ...before, ...changed } }] : []
  },
}

const empty: Omit<DeskItem, 'conversationId' | 'channel' | 'language' | 'startedAt' | 'lastAt'> = {
  state: 'bot',
  holder: null,
  queue: null,
  reason: null,
  reference: null,
  waitingSince: null,
  firstInLine: false,
  overdue: false,
  alarm: false,
  topic: null,
  lastUtteranceId: null,
  lastBy: 'citizen',
  questions: 0,
  answered: 0,
  callback: null,
  disposition: null,
  erased: false,
}

function change(item: DeskItem, event: ConversationEvent): Partial<DeskItem> | undefined {
  const { at } = event
  switch (event.type) {
    case 'conversation-started':
    case 'utterance-settled':
    case 'notice-sent':
    case 'delivery-reported':
    case 'wrap-up-written':
    case 'note-written':
    case 'opted-in':
    case 'opted-out':
    case 'feedback-given':
    case 'feedback-commented':
      return undefined
    case 'utterance-received': {
      const { id, channel } = event.utterance
      return { lastUtteranceId: id, channel, lastAt: at, lastBy: 'citizen' }
    }
    case 'reply-chosen': {
      const { outcome, says, language } = event.reply
      const article = says.find((saying) => saying.from === 'article')
      return {
        language,
        lastAt: at,
        lastBy: 'bot',
        questions: item.questions + (isQuestion(outcome) ? 1 : 0),
        answered: item.answered + (outcome === 'answered' ? 1 : 0),
        ...(article && { topic: article.articleId }),
      }
    }
    case 'handoff-requested':
      return { queue: event.queue, reason: event.reason }
    case 'handoff-queued':
      return {
        state: 'waiting',
        queue: event.queue,
        reference: event.reference,
        // Whose wait was paused while the desk was closed has waited since it began.
        waitingSince: item.state === 'bot' ? (item.waitingSince ?? at) : at,
        overdue: item.state === 'bot' && item.overdue,
      }
    case 'handoff-failed':
      return { reason: null }
    case 'handoff-accepted':
      return { state: 'held', holder: event.staffId, firstInLine: false, overdue: false }
    case 'handoff-overdue':
      return { overdue: true }
    case 'alarm-raised':
      return { alarm: true }
    case 'holder-lost':
      return { state: 'waiting', holder: null, firstInLine: true, waitingSince: at }
    case 'handoff-paused':
      return { state: 'bot', holder: null }
    case 'handoff-returned':
      return {
        state: 'bot',
        holder: null,
        waitingSince: null,
        firstInLine: false,
        overdue: false,
        alarm: false,
      }
    case 'staff-message-sent':
      return { lastAt: at, lastBy: 'staff' }
    case 'callback-promised': {
      const { callback } = event
      return {
        callback: { ...callback, attempts: 0, state: 'open' },
        reference: callback.reference,
        ...(item.state === 'bot' && { waitingSince: null, overdue: false, firstInLine: false }),
      }
    }
    case 'callback-attempted':
      return item.callback
        ? {
            callback: {
              ...item.callback,
              attempts: item.callback.attempts + 1,
              state: event.outcome,
            },
          }
        : undefined
    case 'callback-cancelled':
      return item.callback ? { callback: { ...item.callback, state: 'cancelled' } } : undefined
    case 'conversation-closed':
      return {
        state: 'closed',
        holder: null,
        waitingSince: null,
        firstInLine: false,
        overdue: false,
        alarm: false,
        disposition: event.disposition,
      }
    case 'conversation-reopened':
      return { state: 'held', holder: event.staffId, disposition: null }
    case 'text-erased':
      return { erased: true, lastUtteranceId: null }
  }
}

function isQuestion(outcome: string): boolean {
  return outcome === 'answered' || outcome === 'clarified' || outcome.startsWith('unanswerable')
}
