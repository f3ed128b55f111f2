import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type House, openHouse, sharedLearntFile } from '#house'
import { type SettableClock, settableClock } from '#tests/kit/settable-clock.ts'
import type { SharedHouse, Talk } from '#tests/kit/start-talk.ts'

export type FieldHouse = SharedHouse &
  AsyncDisposable & { restart(at: string, changed?: Partial<FieldOptions>): Promise<FieldHouse> }
export type ContentEdit = readonly [file: string, edit: (text: string) => string]
export type FieldOptions = {
  at: string
  /** Hours as in queues.yaml. */
  hours?: string
  waitLimitMinutes?: number
  /** Files of the texts that are other than ours. */
  edits?: readonly ContentEdit[]
  /** What is learnt from other texts than ours is kept apart. */
  learntFile?: string
  /** Data that outlives the house. */
  dataDir?: string
}

const ROOT = join(import.meta.dirname, '../..')

/** The whole engine with our texts, every queue open Mon–Fri 09:00–15:00, and the clock set by hand. */
export async function openFieldHouse(options: FieldOptions): Promise<FieldHouse> {
  const { at, hours = '{ mon-fri: ["09:00-15:00"] }', dataDir = ':memory:', edits = [] } = options
  const contentRoot = await copyContent(
    ['knowledge-base/queues.yaml', (text) => text.replace(/hours: \{.*\}/g, `hours: ${hours}`)],
    ...edits,
  )
  const clock = settableClock(at)
  const house = await openOn({ clock, dataDir, contentRoot, ...options })
  return {
    house,
    clock,
    async restart(then, changed = {}) {
      await house.close()
      return openFieldHouse({ ...options, ...changed, at: then })
    },
    async [Symbol.asyncDispose]() {
      await house.close()
      await rm(contentRoot, { recursive: true, force: true })
    },
  }
}

/** The texts of the repository, with files changed. */
export async function copyContent(...edits: readonly ContentEdit[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'field-content-'))
  for (const folder of ['knowledge-base', 'intents'])
    await cp(join(ROOT, folder), join(root, folder), { recursive: true })
  for (const [file, edit] of edits) {
    const path = join(root, file)
    const before = await readFile(path, 'utf8')
    const after = edit(before)
    if (after === before) throw new Error(`nothing to change in ${file}`)
    await writeFile(path, after)
  }
  return root
}

export async function openOn(options: {
  clock: SettableClock
  dataDir: string
  contentRoot: string
  waitLimitMinutes?: number
  learntFile?: string
}): Promise<House> {
  const house = await openHouse({
    learntFile: sharedLearntFile,
    ...options,
    logger: pino({ level: 'silent' }),
    interpretLimitMs: 5_000,
  })
  await house.model.trained
  return house
}

/** What the citizen was told without having asked: `human.closing` with its text. */
export async function toldIn(talk: Talk): Promise<readonly { name: string; text: string }[]> {
  const notices = (await talk.events()).filter((event) => event.type === 'notice-sent')
  return Promise.all(
    notices.map(async ({ notice }) => ({
      name: notice.says.map((s) => ('reply' in s ? `${s.intent}.${s.reply}` : '')).join(),
      text: (await talk.house.storage.personal.get(talk.conversationId, notice.id, 'text')) ?? '',
    })),
  )
}

/** Lets the clock show this Copenhagen time, step by step, and everything be met that became due. */
export async function until(talk: Talk, instant: string): Promise<void> {
  await talk.passes(Date.parse(instant) - Date.parse(talk.clock.now()))
}
