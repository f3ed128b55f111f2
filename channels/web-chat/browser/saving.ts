import { plainText } from '#platform/browser/markdown.ts'
import { clockTime, dayName, inPairs } from './format.ts'
import type { CitizenLine } from './frames.ts'
import type { State } from './state.ts'
import type { Say } from './words.ts'

/** The conversation as a text file, as it stands on the page. */
export function conversationFile({ lines, language }: State, say: Say): string {
  const rows = lines.map((line) => {
    const at = `${dayName(line.at, language)} ${clockTime(line.at, language)}`
    return `${at}\n${speaker(line, say)}${plainText(line.text)}`
  })
  return `${say('title')}\n\n${rows.join('\n\n')}\n`
}

export function receiptFile({ lines }: State, lineId: string, say: Say): string {
  const line = lines.find((one) => 'id' in one && one.id === lineId)
  const card = line?.by === 'bot' ? line.card : null
  if (card?.kind !== 'receipt') return ''
  const facts = [
    say('receipt-title'),
    say('receipt-when', { when: card.when }),
    card.about === null ? '' : `${say('receipt-about')}: ${card.about}`,
    `${say('receipt-reference')}: ${inPairs(card.reference)}`,
  ]
  return `${facts.filter((fact) => fact !== '').join('\n')}\n`
}

export function saveFile(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

function speaker(line: CitizenLine, say: Say): string {
  switch (line.by) {
    case 'citizen':
      return `${say('you-wrote')}: `
    case 'bot':
      return `${say('bot')}: `
    case 'staff':
      return `${line.name}: `
    case 'event':
      return ''
  }
}
