import type { z } from 'zod'
import type { Fault } from './fault.ts'
import type { Fact } from './knowledge-base.ts'
import { FactsFile } from './schemas.ts'
import { readYaml } from './yaml-file.ts'

/** The facts of one file, by `topic.name`. */
export function readFacts(
  file: string,
  text: string,
  faults: Fault[],
): readonly (readonly [string, Fact])[] {
  const topic = /([^/]+)\.yaml$/.exec(file)?.[1] ?? file
  const yaml = readYaml({ file, text, firstLine: 1 }, FactsFile, faults)
  return Object.entries(yaml?.data ?? {}).map(([name, fact]) => [`${topic}.${name}`, toFact(fact)])
}

function toFact({ as_of, unit, label_en, ...fact }: z.infer<typeof FactsFile>[string]): Fact {
  const year = /\d{4}/.exec(as_of)?.[0]
  const name = { da: fact.label.replace(/ \(.*$/, ''), en: label_en ?? fact.label }
  return {
    ...fact,
    name,
    unit: unit ?? null,
    asOfYear: year === undefined ? undefined : Number(year),
  }
}
