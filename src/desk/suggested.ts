import type { Suggest, Suggestion } from '#dialogue/suggest-article.ts'
import type { TranscriptLine } from '#dialogue/transcript.ts'
import type { DeskRow } from './desk-row.ts'

/** So many of the newest texts are looked at: "ja tak" after a question leaves the question worth answering. */
const MAX_TEXTS = 3

/** The article part that answers what the citizen wrote since staff did, unless it was sent already. */
export async function suggestedFor(
  lines: readonly TranscriptLine[],
  { alarm, reason, language, channel }: DeskRow,
  suggest: Suggest,
): Promise<Suggestion | null> {
  // In a crisis people find their own words.
  if (alarm || reason === 'crisis' || lines.some(isCrisis)) return null
  const lastOfStaff = lines.findLastIndex(({ by }) => by === 'staff')
  const texts = lines
    .slice(lastOfStaff + 1)
    .flatMap((line) => (line.by === 'citizen' && line.text !== '' ? [line.text] : []))
  for (const text of texts.slice(-MAX_TEXTS).toReversed()) {
    const found = await suggest({ text, language, channel })
    if (found) return wasSent(lines, found) ? null : found
  }
  return null
}

function isCrisis(line: TranscriptLine): boolean {
  return line.by === 'bot' && line.outcome === 'signposted-crisis'
}

function wasSent(lines: readonly TranscriptLine[], { articleId, part }: Suggestion): boolean {
  return lines.some(
    (line) =>
      line.by === 'bot' &&
      line.articles.some((one) => one.articleId === articleId && one.part === part),
  )
}
