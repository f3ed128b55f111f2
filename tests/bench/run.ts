import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sharedLearntFile } from '#house'
import { plainText } from '#knowledge/plain-text.ts'
import { carryLearnt, freshFolder, type Gateway, startGateway } from './gateway.ts'
import { askAll, COMPARED, exampleQuestions, writeAnswered } from './questions.ts'
import { turnOf } from './turn-over-http.ts'

/** What the sections share: one gateway whose answers were checked, questions that it answers, folders that go away. */
export type Run = AsyncDisposable & {
  quick: boolean
  /** Where everything is written, on the disk that the data folders are on. */
  folder: string
  /** How long each load runs. */
  roundMs: number
  gateway(): Promise<Gateway>
  /** Texts that an article answers, as a file. */
  questionsFile(): Promise<string>
  /** A folder for another gateway, with what was learnt already in it. */
  dataFolder(name: string): Promise<string>
  say(line: string): void
}

const ASKED = 1_500
const ASKED_QUICKLY = 400

export function openRun(quick: boolean, say: (line: string) => void): Run {
  const folder = freshFolder()
  let gateway: Promise<Gateway> | undefined
  let questions: Promise<string> | undefined
  const open = async () => {
    const dataDir = join(folder.path, 'first')
    if (quick) carryLearnt(dirname(sharedLearntFile), dataDir)
    const opened = await startGateway({ dataDir })
    const texts = await exampleQuestions()
    const asked = await askAll(texts.slice(0, quick ? ASKED_QUICKLY : ASKED))
    const different = await compare(opened.origin, asked.slice(0, COMPARED))
    if (different.length > 0) {
      await opened.kill()
      throw new Error(
        `no report: ${different.length} of ${COMPARED} answers are not those of "npm run ask", such as to "${different[0]}"`,
      )
    }
    say(
      `  synchronous is FULL; the answers to ${COMPARED} different questions are those of "npm run ask"`,
    )
    questions = Promise.resolve(writeAnswered(folder.path, asked))
    return opened
  }
  const run: Run = {
    quick,
    folder: folder.path,
    roundMs: quick ? 2_000 : 5_000,
    say,
    gateway: () => {
      gateway ??= open()
      return gateway
    },
    async questionsFile() {
      await run.gateway()
      return (await questions) ?? ''
    },
    async dataFolder(name) {
      const path = join(folder.path, name)
      mkdirSync(path, { recursive: true })
      carryLearnt((await run.gateway()).dataDir, path)
      return path
    },
    async [Symbol.asyncDispose]() {
      await (await gateway?.catch(() => undefined))?.kill()
      folder[Symbol.dispose]()
    },
  }
  return run
}

/** The questions that are answered otherwise over HTTP than by the command. */
async function compare(
  origin: string,
  asked: readonly { text: string; reply: string }[],
): Promise<readonly string[]> {
  const different: string[] = []
  for (const [i, { text, reply }] of asked.entries()) {
    const answered = plainText(await turnOf(origin, `10.9.${i >> 8}.${i & 255}`, text))
    if (answered !== reply) different.push(text)
  }
  return different
}
