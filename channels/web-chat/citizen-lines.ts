import type { EventLine, TranscriptLine } from '#dialogue/transcript.ts'
import type { BotMood, CitizenLine, FeedbackLine } from './browser/frames.ts'

/** What of a transcript a citizen may see, field by field, so that nothing new slips out by itself. */
export function citizenLines(lines: readonly TranscriptLine[]): readonly CitizenLine[] {
  return lines.flatMap((line) => citizenLine(line) ?? [])
}

/** The same with what the citizen thought of answers, for a page that asks for it. */
export function linesWithFeedback(
  lines: readonly TranscriptLine[],
): readonly (CitizenLine | FeedbackLine)[] {
  return lines.flatMap((line) => feedbackLine(line) ?? citizenLine(line) ?? [])
}

function feedbackLine(line: TranscriptLine): FeedbackLine | undefined {
  if (line.by !== 'feedback') return undefined
  const { position, at, by, of, helped } = line
  return { position, at, by, of, helped }
}

function citizenLine(line: TranscriptLine): CitizenLine | undefined {
  const { position, at } = line
  switch (line.by) {
    case 'citizen':
      return { position, at, by: 'citizen', id: line.id, text: line.text, masked: line.masked }
    case 'bot':
      return {
        position,
        at,
        by: 'bot',
        id: line.id,
        text: line.text,
        card: line.card,
        mood: moodOf(line.outcome),
        language: line.language,
      }
    case 'staff':
      return { position, at, by: 'staff', id: line.id, name: line.name, text: line.text }
    case 'event':
      return eventLine(position, at, line.what)
    case 'delivery':
    case 'feedback':
    case 'note':
      return undefined
  }
}

function eventLine(position: number, at: string, what: EventLine): CitizenLine | undefined {
  if (what.type === 'alarm') return undefined
  // Without words it is for the desk, but the page must know when a conversation ends.
  if (what.text === null && what.type !== 'closed' && what.type !== 'erased') return undefined
  return { position, at, by: 'event', what: what.type, name: what.name, text: what.text ?? '' }
}

function moodOf(outcome: Extract<TranscriptLine, { by: 'bot' }>['outcome']): BotMood {
  if (outcome === 'failed-timeout' || outcome === 'failed-internal') return 'broken'
  return outcome === 'notice' ? 'notice' : 'reply'
}
