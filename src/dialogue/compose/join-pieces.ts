import type { Saying } from '#conversation/events.ts'
import type { Rendering } from '#knowledge/knowledge-base.ts'

/** The worded sayings as one text; in a text message the line that a machine writes stands alone. */
export function joinPieces(
  says: readonly Saying[],
  pieces: readonly string[],
  rendering: Rendering,
): string {
  if (rendering === 'web') return pieces.join('\n\n')
  return pieces
    .map((piece, i) => (isNotice(says[i]) && rendering === 'sms' ? `${piece}\n` : `${piece} `))
    .join('')
    .trim()
}

function isNotice(saying: Saying | undefined): boolean {
  return saying?.from === 'intent' && saying.reply === 'notice'
}
