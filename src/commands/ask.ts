import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { openHouse, sharedLearntFile } from '#house'
import { answerLine } from './answer-line.ts'
import { clockOfAsk } from './clock-of-ask.ts'

/** Questions in, answers out, as JSON lines: `npm run -s ask < questions.jsonl`. Each line is a conversation of its own. */
const clock = clockOfAsk()
const house = await openHouse({
  dataDir: ':memory:',
  learntFile: sharedLearntFile,
  clock,
  logger: pino({ level: 'silent' }),
  interpretLimitMs: 10_000,
})
await house.model.trained
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue
  process.stdout.write(`${JSON.stringify(await answerLine(house, clock, line))}\n`)
}
await house.close()
