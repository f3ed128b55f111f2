import { transcriptFile } from '#channels/web-chat/transcript-file.ts'
import { inPairs } from './format.ts'
import type { State } from './state.ts'
import type { Say } from './words.ts'

/** The conversation as a text file, as it stands on the page; the server is not asked. */
export function conversationFile({ lines, language }: State, say: Say): string {
  return transcriptFile(lines, language, say)
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
