import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { usualPace } from '#channels/sms/deps.ts'
import { runSmsSender } from '#channels/sms/sender.ts'
import { type House, openHouse, sharedLearntFile } from '#house'
import { settableClock } from '#tests/kit/settable-clock.ts'
import type { ChildTask } from './child-task.ts'
import { factsOf } from './facts.ts'
import { quiet, quietForGood } from './quiet.ts'
import { story } from './story.ts'

/** Plays the story against the data in a folder from where it was acknowledged, and dies right after a given commit. */
const task = JSON.parse(process.argv[2] ?? '') as ChildTask
const acksFile = join(task.folder, 'acks')
const acknowledged = readAcks()

let commits = 0
function onDurable(): void {
  commits += 1
  if (commits === task.killAt) process.kill(process.pid, 'SIGKILL')
}

const clock = settableClock(story[Math.max(acknowledged - 1, 0)]?.at ?? '')
const house = await openHouse({
  dataDir: task.folder,
  clock,
  logger: pino({ level: 'error' }, pino.destination(2)),
  interpretLimitMs: 10_000,
  learntFile: sharedLearntFile,
  onDurable,
})
await house.model.trained
house.presence.enter('mette')
const stopping = new AbortController()
const sending = startSender(house)

for (const [i, { at, act }] of story.entries()) {
  if (i < acknowledged) continue
  await quiet(house)
  clock.set(at)
  house.engine.clockMoved()
  await quiet(house)
  await act(house)
  appendFileSync(acksFile, '.')
}
await quietForGood(house, clock)
stopping.abort()
await sending
const facts = await factsOf(house)
await house.close()
writeFileSync(join(task.folder, 'result.json'), JSON.stringify({ facts, commits }))

function readAcks(): number {
  try {
    return readFileSync(acksFile, 'utf8').length
  } catch {
    return 0
  }
}

function startSender({ storage, engine }: House): Promise<void> {
  const { outbox, personal } = storage
  return runSmsSender(
    {
      dialogue: engine.dialogue,
      outbox,
      personal: {
        textOf: (conversationId, id) => personal.get(conversationId, id, 'text'),
        numberOf: (conversationId) => personal.get(conversationId, 'address', 'phone'),
      },
      onWork: (listener) => engine.tail.subscribe('all', listener),
      clock,
      random: () => 0,
      log: pino({ level: 'silent' }),
      config: {
        secret: null,
        token: task.token,
        sender: '4520001204',
        providerUrl: task.providerUrl,
        addressKey: '',
        keyword: null,
      },
      pace: { ...usualPace, lookEveryMs: 20 },
    },
    stopping.signal,
  )
}
