import type { Language } from '#conversation/events.ts'
import type { IntentFile, Placed } from './content.ts'
import type { Fault } from './fault.ts'
import { versionOf } from './file-version.ts'
import type { Decoy, Example } from './knowledge-base.ts'
import { IntentYaml } from './schemas.ts'
import { readYaml, type YamlFile, type YamlPath } from './yaml-file.ts'

export function readIntent(file: string, text: string, faults: Fault[]): IntentFile | undefined {
  const yaml = readYaml({ file, text, firstLine: 1 }, IntentYaml, faults)
  if (!yaml) return undefined
  const { data: meta, lineOf } = yaml
  if (!file.endsWith(`/${meta.id}.yaml`))
    faults.push({ file, line: lineOf(['id']), what: `id is ${meta.id}, unlike the file's name` })
  return {
    file,
    version: versionOf(text),
    meta,
    examples: languages.flatMap((language) => examplesIn(yaml, language)),
    decoys: languages.flatMap((language) => decoysIn(yaml, language)),
    lineOf,
  }
}

const languages: readonly Language[] = ['da', 'en']

function examplesIn(yaml: YamlFile<IntentYaml>, language: Language): readonly Placed<Example>[] {
  return yaml.data.examples.flatMap((block, i) =>
    Object.entries(block[language] ?? {}).flatMap(([kind, lines]) =>
      linesOf(lines, yaml, ['examples', i, language, kind]).map(({ text, target, line }) => ({
        origin: block.origin,
        language,
        kind,
        text,
        part: target ?? 'main',
        line,
      })),
    ),
  )
}

function decoysIn(yaml: YamlFile<IntentYaml>, language: Language): readonly Placed<Decoy>[] {
  return linesOf(yaml.data.decoys[language], yaml, ['decoys', language]).map(
    ({ text, target, line }) => ({ language, text, is: target ?? '', line }),
  )
}

type Line = { text: string; target: string | undefined; line: number }

/** One phrasing a line; ` > part` behind it says what it asks for. */
function linesOf(
  block: string | null | undefined,
  yaml: YamlFile<IntentYaml>,
  path: YamlPath,
): readonly Line[] {
  const first = yaml.lineOf(path) + 1
  return (block ?? '').split('\n').flatMap((raw, i) => {
    const [, text = '', target] = /^(.*?)(?:\s+>\s+([a-z0-9-]+))?$/.exec(raw.trim()) ?? []
    return text === '' ? [] : [{ text, target, line: first + i }]
  })
}
