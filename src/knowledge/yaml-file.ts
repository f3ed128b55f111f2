import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Fault } from './fault.ts'

/** YAML text and where it stands: `firstLine` is the line of the file on which the text begins. */
export type YamlSource = { file: string; text: string; firstLine: number }
export type YamlPath = readonly (string | number)[]
export type YamlFile<T> = {
  data: T
  /** The line of the file on which this entry stands, or that of the nearest one around it. */
  lineOf(path: YamlPath): number
}

/** Reads and checks; what is wrong goes to `faults`, all of it. */
export function readYaml<T>(
  { file, text, firstLine }: YamlSource,
  schema: z.ZodType<T>,
  faults: Fault[],
): YamlFile<T> | undefined {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  for (const { pos, message } of doc.errors)
    faults.push({ file, line: lineAt(pos[0]), what: message })
  if (doc.errors.length > 0) return undefined

  const lineOf = (path: YamlPath): number => {
    const parent = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents
    const entry = path.length === 0 ? doc.contents : entryOf(parent, path.at(-1))
    if (hasRange(entry)) return lineAt(entry.range[0])
    return path.length === 0 ? firstLine : lineOf(path.slice(0, -1))
  }
  const read = schema.safeParse(doc.toJS())
  if (read.success) return { data: read.data, lineOf }
  for (const { path, message } of read.error.issues) {
    const keys = path.filter((key) => typeof key !== 'symbol')
    faults.push({ file, line: lineOf(keys), what: `${keys.join('.') || 'file'}: ${message}` })
  }
  return undefined
}

/** The key of a map's entry, because its value may begin on a later line; of a list the item. */
function entryOf(parent: unknown, key: string | number | undefined): unknown {
  if (isMap(parent))
    return parent.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
  return isSeq(parent) ? parent.items[Number(key)] : undefined
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
