import { pino } from 'pino'
import { runTerminal } from '#channels/terminal/terminal.ts'
import { readConfig } from '#config'
import { openHouse, sharedLearntFile } from '#house'
import { plainText } from '#knowledge/plain-text.ts'
import { clockFrom, systemClock } from '#platform/clock.ts'
import { environment } from '#platform/environment.ts'

/** A conversation in the terminal, kept nowhere: `npm run talk`. `AT=2026-06-05T22:00` sets the time. */
const { startAt, interpretLimitMs } = readConfig(environment)
const house = await openHouse({
  dataDir: ':memory:',
  learntFile: sharedLearntFile,
  clock: startAt ? clockFrom(startAt) : systemClock,
  logger: pino({ level: 'silent' }),
  interpretLimitMs,
})
await house.model.trained
const greeting = house.kb.intents.get('conversation')?.replies.get('greeting')?.text.da.web ?? ''
await runTerminal(house.engine.dialogue, {
  input: process.stdin,
  output: process.stdout,
  greeting,
  plain: plainText,
})
await house.close()
