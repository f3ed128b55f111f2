import type { ArticleFile, WebText } from './content.ts'
import type { Fault } from './fault.ts'
import { versionOf } from './file-version.ts'
import { FrontMatter } from './schemas.ts'
import { readYaml } from './yaml-file.ts'

/** One article in one language: front matter between `---`, and a web text under each `##`. */
export function readArticle(file: string, text: string, faults: Fault[]): ArticleFile | undefined {
  const [, id = '', language] = /([^/]+)\.(da|en)\.md$/.exec(file) ?? []
  const [, front, body] = /^---\r?\n([\s\S]*?)\n---\r?\n([\s\S]*)$/.exec(text) ?? []
  if (front === undefined || body === undefined || !isLanguage(language)) {
    faults.push({
      file,
      line: 1,
      what: 'does not begin with front matter between two lines of ---',
    })
    return undefined
  }
  const yaml = readYaml({ file, text: front, firstLine: 2 }, FrontMatter, faults)
  if (!yaml) return undefined
  const { data: meta, lineOf } = yaml
  if (meta.id !== id)
    faults.push({ file, line: lineOf(['id']), what: `id is ${meta.id}, the file says ${id}` })
  const texts = webTexts(body, text.slice(0, text.length - body.length).split('\n').length)
  const names = Object.keys(meta.parts).join(', ')
  const headings = texts.map(({ part }) => part).join(', ')
  if (names !== headings)
    faults.push({ file, line: lineOf(['parts']), what: `parts ${names}, but headings ${headings}` })
  if (Object.keys(meta.parts)[0] !== 'main')
    faults.push({ file, line: lineOf(['parts']), what: 'the first part is not main' })
  for (const { part, line, text } of texts)
    if (text === '') faults.push({ file, line, what: `${part} has no web text` })
  return { file, id, language, version: versionOf(text), meta, texts, lineOf }
}

function isLanguage(text: string | undefined): text is 'da' | 'en' {
  return text === 'da' || text === 'en'
}

function webTexts(body: string, firstLine: number): readonly WebText[] {
  const lines = body.split('\n')
  const starts = lines.flatMap((line, i) => (line.startsWith('## ') ? [i] : []))
  return starts.map((start, n) => ({
    part: (lines[start] ?? '').slice(3).trim(),
    text: lines
      .slice(start + 1, starts[n + 1])
      .join('\n')
      .trim(),
    line: firstLine + start,
  }))
}
