import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { incoherences } from '#knowledge/coherence.ts'
import { brokenArticles, type Fault } from '#knowledge/fault.ts'
import { readContent } from '#knowledge/read-content.ts'
import { readYaml } from '#knowledge/yaml-file.ts'
import type { Given } from './given.ts'
import { renderedSites } from './rendered-sites.ts'
import { Tone } from './tone.ts'

/** Reads a root for the lint. Throws `article-broken` with all that cannot even be read. */
export async function readGiven(root: string, year: number): Promise<Given> {
  const faults: Fault[] = []
  const content = await readContent(root, faults)
  if (faults.length === 0) faults.push(...incoherences(content))
  const [tone, queues, topics] = await Promise.all([
    readOne(root, 'knowledge-base/tone.yaml', Tone, faults),
    readOne(root, 'knowledge-base/queues.yaml', QueueIds, faults),
    readOne(root, 'knowledge-base/topics.yaml', z.array(z.string()), faults),
  ])
  if (!tone || !queues || !topics || faults.length > 0) throw brokenArticles(faults)
  return {
    content,
    tone,
    queues: new Set(Object.keys(queues.queues)),
    topics: new Set(topics),
    sites: renderedSites(content, tone, year),
  }
}

/** The hours are the calendar's to read. */
const QueueIds = z.object({ queues: z.record(z.string(), z.unknown()) })

async function readOne<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  faults: Fault[],
): Promise<T | undefined> {
  const text = await readFile(join(root, file), 'utf8').catch(() => undefined)
  if (text === undefined) {
    faults.push({ file, line: 1, what: 'cannot be read' })
    return undefined
  }
  return readYaml({ file, text, firstLine: 1 }, schema, faults)?.data
}
