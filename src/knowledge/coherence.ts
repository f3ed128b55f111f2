import type { ArticleFile, Content, IntentFile } from './content.ts'
import type { Fault } from './fault.ts'
import { referencesIn } from './references.ts'
import { textSites } from './text-sites.ts'

/** What would break an answer at run time: no twin, other parts in the twin, a fact or a part that is not there. */
export function incoherences(content: Content): readonly Fault[] {
  if (content.articles.length === 0)
    return [{ file: 'knowledge-base', line: 1, what: 'has no articles' }]
  return [
    ...content.articles.flatMap((article) => twinFaults(article, content)),
    ...content.articles.flatMap((article) => doubleFaults(article, content)),
    ...factFaults(content),
    ...content.intents.flatMap((intent) => targetFaults(intent, content)),
  ]
}

function twinFaults(article: ArticleFile, { articles }: Content): readonly Fault[] {
  const { file, id, language, lineOf } = article
  const twin = articles.find((other) => other.id === id && other.language !== language)
  if (!twin) return [{ file, line: 1, what: 'is not there in the other language' }]
  if (language === 'en' || partsOf(article) === partsOf(twin)) return []
  const what = `parts ${partsOf(article)}, but in English ${partsOf(twin)}`
  return [{ file, line: lineOf(['parts']), what }]
}

function doubleFaults(article: ArticleFile, { articles }: Content): readonly Fault[] {
  const first = articles.find((a) => a.id === article.id && a.language === article.language)
  if (first === article) return []
  return [{ file: article.file, line: 1, what: `${article.id} is also ${first?.file}` }]
}

function factFaults(content: Content): readonly Fault[] {
  return textSites(content).flatMap(({ file, line, text }) =>
    referencesIn(text)
      .filter(({ kind, name }) => kind === 'fact' && !content.facts.has(name))
      .map(({ name }) => ({ file, line, what: `no fact ${name}` })),
  )
}

/** `main` of an intent with replies means no particular reply. */
function targetFaults(intent: IntentFile, { articles }: Content): readonly Fault[] {
  const { file, meta, examples } = intent
  const article = articles.find(({ id }) => id === meta.id)
  const targets = new Set(['main', ...Object.keys(article?.meta.parts ?? meta.replies ?? {})])
  return examples
    .filter(({ part }) => !targets.has(part))
    .map(({ line, part }) => ({ file, line, what: `no part or reply ${part}` }))
}

function partsOf({ meta }: ArticleFile): string {
  return Object.keys(meta.parts).join(', ')
}
