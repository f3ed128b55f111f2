import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Choice } from '#conversation/events.ts'
import type { Dialogue, Incoming } from '#dialogue/dialogue.ts'
import type { CardChoice, TranscriptLine } from '#dialogue/transcript.ts'

type Terminal = {
  input: Readable
  output: Writable
  greeting: string
  plain(markdown: string): string
}

/** The smallest channel: lines of text in, lines of text out. Read it first. Ends when the input does. */
export async function runTerminal(dialogue: Dialogue, terminal: Terminal): Promise<void> {
  const { input, output, greeting } = terminal
  const address = `terminal:${crypto.randomUUID()}`
  const channel = 'terminal'
  const conversationId = await dialogue.start({ channel, address, language: 'da' })
  const ended = new AbortController()
  let offered: readonly CardChoice[] = []
  const showing = (async () => {
    for await (const lines of dialogue.follow(conversationId, 0, ended.signal)) {
      for (const line of lines) {
        output.write(show(line, terminal.plain))
        if (line.by === 'bot') offered = choicesOf(line)
      }
    }
  })()
  output.write(`${greeting}\n> `)
  for await (const text of createInterface({ input })) {
    const choice = offered[Number(text) - 1]?.choice
    const messageId = crypto.randomUUID()
    const incoming = { channel, address, messageId, text, said: saidOf(choice) } as const
    const received = await dialogue.receive(conversationId, incoming)
    if (received.state === 'refused') output.write(`(${received.why})\n> `)
    await answered(dialogue, conversationId)
  }
  ended.abort()
  await showing
}

function saidOf(choice: Choice | undefined): Incoming['said'] {
  return choice ? { via: 'chosen', choice } : { via: 'typed' }
}

function show(line: TranscriptLine, plain: (markdown: string) => string): string {
  switch (line.by) {
    case 'bot': {
      const choices = choicesOf(line).map(({ label }, i) => `  ${i + 1}. ${label}\n`)
      const sources = line.articles.map(({ title, version }) => `  [${title}, ${version}]\n`)
      return `\n${plain(line.text)}\n${choices.join('')}${sources.join('')}\n> `
    }
    case 'staff':
      return `\n${line.name}: ${line.text}\n> `
    case 'event':
      return line.what.text ? `\n(${line.what.text})\n> ` : ''
    case 'citizen':
    case 'delivery':
    case 'feedback':
    case 'note':
      return ''
  }
}

function choicesOf(line: TranscriptLine): readonly CardChoice[] {
  if (line.by !== 'bot' || !line.card) return []
  if (line.card.kind === 'choices') return line.card.choices
  return line.card.kind === 'answer' ? line.card.nexts : []
}

const LOOK_AGAIN_MS = 20

/** Waits while the bot thinks, so that the next line is not read before this one is answered. */
async function answered(dialogue: Dialogue, conversationId: string): Promise<void> {
  while ((await dialogue.standing(conversationId)).thinking) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}
