import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledgeBase } from '#knowledge/load-knowledge-base.ts'
import { environment } from '#platform/environment.ts'

const ROOT = join(import.meta.dirname, '../..')
export const COMPARED = 240

export type Asked = { id: number; text: string; outcome: string; reply: string }

/** All examples of all intents, each once, in an order that mixes them. */
export async function exampleQuestions(): Promise<readonly string[]> {
  const { intents } = await loadKnowledgeBase(ROOT)
  const all = [
    ...new Set([...intents.values()].flatMap(({ examples }) => examples.map(({ text }) => text))),
  ]
  // A step that shares no factor with the count visits each once, and neighbours are strangers.
  const step = stepFor(all.length)
  return all.map((_, i) => all[(i * step) % all.length] ?? '')
}

/** What `npm run ask` answers to these, each a conversation of its own. */
export async function askAll(texts: readonly string[]): Promise<readonly Asked[]> {
  const child = spawn(process.execPath, [join(ROOT, 'src/commands/ask.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: environment,
  })
  let output = ''
  child.stdout.on('data', (piece: Buffer) => {
    output += piece
  })
  child.stdin.end(texts.map((text, id) => JSON.stringify({ id, text })).join('\n'))
  await new Promise((resolve) => child.once('close', resolve))
  return output
    .trim()
    .split('\n')
    .map((line, i) => ({ ...(JSON.parse(line) as Asked), text: texts[i] ?? '' }))
}

/** Those that an article answers, for loads: nobody is handed over, so every turn has a reply. */
export function writeAnswered(folder: string, asked: readonly Asked[]): string {
  const file = join(folder, 'questions.json')
  const answered = asked.filter(({ outcome }) => outcome === 'answered').map(({ text }) => text)
  writeFileSync(file, JSON.stringify(answered))
  return file
}

function stepFor(count: number): number {
  let step = Math.max(1, Math.floor(count * 0.618))
  while (gcd(step, count) !== 1) step += 1
  return step
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
