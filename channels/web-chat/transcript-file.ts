import { type Block, type Inline, parseBlocks } from '#platform/browser/markdown.ts'
import { withNumbersApart } from '#platform/browser/numbers-apart.ts'
import { clockTime, dayName, inPairs, isSameDay, yearOrMonth } from './browser/format.ts'
import type { Card, CitizenLine, Language } from './browser/frames.ts'
import type { Say } from './browser/words.ts'

/** A conversation as plain text to keep: who said what when, lists as lists, addresses written out. */
export function transcriptFile(
  lines: readonly CitizenLine[],
  language: Language,
  say: Say,
): string {
  const shown = lines.filter(({ text }) => text !== '')
  const parts = shown.map((line, i) => {
    const before = shown[i - 1]
    const isNewDay = before === undefined || !isSameDay(before.at, line.at)
    const day = isNewDay ? `${plain(dayName(line.at, language))}\n\n` : ''
    return `${day}${partOf(line, language, say)}`
  })
  return `${[say('title'), ...parts].join('\n\n')}\n`
}

function partOf(line: CitizenLine, language: Language, say: Say): string {
  const time = clockTime(line.at, language)
  switch (line.by) {
    case 'citizen':
      return `${time} ${say('you-wrote')}:\n${withNumbersApart(line.text)}`
    case 'staff':
      return `${time} ${line.name}:\n${withNumbersApart(line.text)}`
    case 'event':
      return `${time} ${plainBlocks(line.text)}`
    case 'bot': {
      const added = line.card === null ? [] : cardRows(line.card, language, say)
      return [`${time} ${say('bot')}:`, plainBlocks(line.text), ...added].join('\n')
    }
  }
}

function cardRows(card: Card, language: Language, say: Say): readonly string[] {
  switch (card.kind) {
    case 'answer': {
      const { go, source } = card
      const age =
        source.asOf === null
          ? say('source-no-age')
          : say('source-seen', { year: yearOrMonth(source.asOf, language) })
      const checked = say(source.verified ? 'source-verified' : 'source-unverified')
      const onward = go === null ? [] : [`${go.label}: ${go.url}`]
      return [...onward, `${say('source')} ${source.title}, ${source.url}, ${age} ${checked}`]
    }
    case 'choices':
      return [...card.choices.map(({ label }) => `- ${label}`), ...(card.hint ? [card.hint] : [])]
    case 'crisis':
      return card.lines.map(({ number, label }) => `${number}: ${label}`)
    case 'receipt': {
      const number =
        card.numberEnd === null
          ? []
          : [`${say('receipt-number')}: ${say('receipt-number-end', { end: card.numberEnd })}`]
      const about = card.about === null ? [] : [`${say('receipt-about')}: ${card.about}`]
      const reference = `${say('receipt-reference')}: ${inPairs(card.reference)}`
      return [say('receipt-when', { when: card.when }), ...number, ...about, reference].map(plain)
    }
    case 'queued':
    case 'callback-form':
      return []
  }
}

function plainBlocks(text: string): string {
  return parseBlocks(text).map(blockText).map(plain).join('\n')
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return inlineText(block.inlines)
  return block.items
    .map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${inlineText(item)}`)
    .join('\n')
}

function inlineText(parts: readonly Inline[]): string {
  return parts
    .map((part) => (part.kind === 'link' ? `${part.label} (${part.url})` : part.text))
    .join('')
}

/** Spaces that do not break are for the screen; in a file they hinder searching. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}
