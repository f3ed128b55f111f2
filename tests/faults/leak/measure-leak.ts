import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { environment } from '#platform/environment.ts'
import { dataFolder } from '#tests/faults/kit/data-folder.ts'
import { openSmsAccount } from '#tests/faults/kit/sms-account.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { converse } from './converse.ts'
import type { Figures } from './figures.ts'

export type LeakRun = {
  /** Conversations after which caches are full and everything was used once. */
  first: number
  /** All conversations, the first among them. */
  all: number
}

const AT_ONCE = 12
const ADDRESSES = 1_000
const TEXT_EVERY = 10
const FIRST_MSISDN = 4_520_100_000
const QUESTIONS = [
  'Hvordan får jeg et nyt pas?',
  'Hvornår henter I storskrald?',
  'Hvordan melder jeg flytning?',
]

/** Has so many short conversations with a real server, one in ten by text, and answers what it held after the first ones and at the end. */
export async function measureLeak({
  first,
  all,
}: LeakRun): Promise<{ before: Figures; after: Figures }> {
  using folder = dataFolder()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  await using sms = await openSmsAccount(() => origin)
  const { PATH = '', HOME = '' } = environment
  const server = fork(join(import.meta.dirname, 'child.ts'), [], {
    execArgv: ['--expose-gc'],
    env: {
      PATH,
      HOME,
      ...sms.environment,
      PORT: String(port),
      DATA_DIR: folder.path,
      TRUST_PROXY: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(server, 'exit')
  try {
    const started = await Promise.race([once(server, 'message'), gone])
    if (started[0] !== 'ready') throw new Error('the server did not start')
    const ask = async (): Promise<Figures> => {
      const answer = once(server, 'message')
      server.send('measure')
      return (await answer)[0] as Figures
    }
    let next = 0
    const until = async (end: number) => {
      const one = async () => {
        for (let i = next++; i < end; i = next++) {
          const question = QUESTIONS[i % QUESTIONS.length] ?? ''
          const ip = `10.1.${Math.floor((i % ADDRESSES) / 250)}.${(i % 250) + 1}`
          if (i % TEXT_EVERY > 0) await converse(origin, ip, question)
          else if (!(await sms.text(FIRST_MSISDN + i, question)).ok)
            throw new Error('a text was refused')
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, one))
      next = end
      await quiet(origin)
    }
    await until(first)
    const before = await ask()
    await until(all)
    return { before, after: await ask() }
  } finally {
    server.kill('SIGKILL')
    await gone
  }
}

/** Until the last texts were answered and sent. Five seconds: the time for gathering, and one to come about. */
async function quiet(origin: string): Promise<void> {
  for (;;) {
    await new Promise((done) => setTimeout(done, 5_000))
    const { outbox } = (await (await fetch(`${origin}/ready`)).json()) as {
      outbox: { waiting: number; inDoubt: number }
    }
    if (outbox.waiting + outbox.inDoubt === 0) return
  }
}
