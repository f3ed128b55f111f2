import type { ArticleFile } from '#knowledge/content.ts'
import type { Given, Rule } from './given.ts'
import { COMMON_PARTS, LIMITS } from './limits.ts'

export const partsAreNamed: Rule = ({ content }) =>
  content.articles.flatMap(({ file, meta, lineOf }) =>
    Object.entries(meta.parts).flatMap(([name, { label, asks }]) => {
      const line = lineOf(['parts', name])
      const faults: string[] = []
      if (!COMMON_PARTS.includes(name) && label === undefined)
        faults.push(`${name}: a name of its own needs a label`)
      if (asks.length > LIMITS.asksCharacters)
        faults.push(`${name} asks: ${asks.length} characters, at most ${LIMITS.asksCharacters}`)
      return faults.map((what) => ({ file, line, what }))
    }),
  )

export const twinsAgree: Rule = ({ content }) =>
  content.articles
    .filter(({ language }) => language === 'da')
    .flatMap((danish) => {
      const english = content.articles.find((a) => a.id === danish.id && a.language === 'en')
      return SHARED.filter((key) => english && differ(danish, english, key)).map((key) => ({
        file: danish.file,
        line: danish.lineOf([key]),
        what: `${key} is another in English`,
      }))
    })

export const queuesAndTopicsAreKnown: Rule = ({ content, queues, topics }) =>
  content.articles.flatMap(({ file, id, meta, lineOf }) => [
    ...(queues.has(meta.queue)
      ? []
      : [{ file, line: lineOf(['queue']), what: `no queue ${meta.queue}` }]),
    ...[id, ...meta.related]
      .filter((topic) => !topics.has(topic))
      .map((topic) => ({
        file,
        line: lineOf(['related']),
        what: `no topic ${topic} in topics.yaml`,
      })),
  ])

/** An article without phrasings is never found. */
export const articlesHaveIntents: Rule = ({ content }: Given) =>
  content.articles
    .filter(({ id }) => !content.intents.some(({ meta }) => meta.id === id))
    .map(({ file }) => ({ file, line: 1, what: 'has no phrasings in intents/' }))

const SHARED = [
  'audience',
  'owner',
  'sources',
  'legal',
  'valid_from',
  'review_by',
  'sensitivity',
  'queue',
  'related',
] as const

function differ(a: ArticleFile, b: ArticleFile, key: (typeof SHARED)[number]): boolean {
  return JSON.stringify(a.meta[key]) !== JSON.stringify(b.meta[key])
}
