import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content } from './content.ts'
import type { Fault } from './fault.ts'
import { readArticle } from './read-article.ts'
import { readFacts } from './read-facts.ts'
import { readIntent } from './read-intent.ts'

/** Reads every file under `knowledge-base/` and `intents/` of the root; what cannot be read goes to `faults`. */
export async function readContent(root: string, faults: Fault[]): Promise<Content> {
  const [articles, facts, intents] = await Promise.all([
    readAll(root, 'knowledge-base/**/*.{da,en}.md'),
    readAll(root, 'knowledge-base/facts/*.yaml'),
    readAll(root, 'intents/*.yaml'),
  ])
  return {
    articles: articles.flatMap(([file, text]) => readArticle(file, text, faults) ?? []),
    facts: new Map(facts.flatMap(([file, text]) => readFacts(file, text, faults))),
    intents: intents.flatMap(([file, text]) => readIntent(file, text, faults) ?? []),
  }
}

async function readAll(root: string, pattern: string): Promise<readonly [string, string][]> {
  const files = await Array.fromAsync(glob(pattern, { cwd: root }))
  return Promise.all(
    files
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted()
      .map(async (file): Promise<[string, string]> => [file, await readText(join(root, file))]),
  )
}

async function readText(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
}
