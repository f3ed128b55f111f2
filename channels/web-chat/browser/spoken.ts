import { plainText } from '#platform/browser/markdown.ts'
import type { Change } from './chat-controller.ts'
import type { CitizenLine } from './frames.ts'
import { isReadAloud } from './reading-aloud.ts'
import { shownText } from './shown-text.ts'
import { lastPosition } from './update.ts'
import { countWord, type Say } from './words.ts'

/** What a change sounds like: `polite` waits its turn, `urgent` interrupts. */
export type Spoken = { polite: string; urgent: string }

export function spokenOf(change: Change, say: Say, catchesUp: boolean): Spoken {
  const { before, now, frame } = change
  const urgent: string[] = []
  const polite: string[] = []
  if (frame?.type === 'lines') {
    const fresh = now.lines.filter((l) => l.position > lastPosition(before) && l.by !== 'citizen')
    const alarms = fresh.filter(isUrgent)
    urgent.push(...alarms.map((line) => sentence(line, now, say)))
    // What a voice reads is not read out a second time.
    const isVoiced = (line: CitizenLine) => !catchesUp && isReadAloud(line, now)
    const rest = fresh.filter((line) => !isUrgent(line) && !isVoiced(line))
    if (catchesUp && rest.length > 0) {
      polite.push(countWord(say, 'new-message-one', 'new-messages', rest.length))
    } else polite.push(...rest.map((line) => sentence(line, now, say)))
  }
  // The bot answers at once; of a person nothing is heard for a while, and the message has to be known safe.
  const withPeople = now.standing?.handledBy === 'queue' || now.standing?.handledBy === 'staff'
  if (frame?.type === 'received' && withPeople) polite.push(say('received'))
  if (now.wait !== before.wait) {
    if (now.wait === 'thinking') polite.push(say('thinking'))
    if (now.wait === 'slow') polite.push(say('slow'))
    if (now.wait === 'broken') urgent.push(`${say('broken-title')}. ${say('broken-text')}`)
  }
  if (unsentCount(now) > unsentCount(before)) urgent.push(`${say('unsent')}. ${say('send-again')}.`)
  if (now.trouble !== null && now.trouble !== before.trouble) urgent.push(now.trouble)
  if (now.ended.how !== before.ended.how && now.ended.how !== 'not') {
    polite.push(say(now.ended.how === 'erased' ? 'erased-title' : 'closed-title'))
  }
  return { polite: polite.join(' '), urgent: urgent.join(' ') }
}

/** One message as one sentence: who, what, where it is from, how many choices. */
function sentence(line: CitizenLine, state: Change['now'], say: Say): string {
  if (line.by === 'event') return plainText(line.text)
  if (line.by === 'staff') return `${line.name}: ${line.text}`
  if (line.by === 'citizen') return ''
  const { card } = line
  const text = `${say('bot')}: ${plainText(shownText(line, state))}`
  switch (card?.kind) {
    case undefined:
    case 'callback-form':
    case 'queued':
      return text
    case 'answer':
      return `${text} ${say('source')} ${card.source.title}.`
    case 'choices':
      return `${text} ${choiceCount(card.choices.length, say)}`
    case 'receipt':
      return `${text} ${say('receipt-title')}. ${say('receipt-when', { when: card.when })}.`
    case 'crisis':
      return `${plainText(line.text)} ${card.lines.map((l) => `${l.label}: ${l.number}.`).join(' ')}`
  }
}

function isUrgent(line: CitizenLine): boolean {
  return line.by === 'bot' && (line.card?.kind === 'crisis' || line.mood !== 'reply')
}

function choiceCount(count: number, say: Say): string {
  return count > 3 ? say('choices-count-many', { count }) : say(`choices-count-${count}`)
}

function unsentCount({ pending }: Change['now']): number {
  return pending.filter(({ fate }) => fate === 'unsent').length
}
