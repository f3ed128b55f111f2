import type { Language } from '#conversation/events.ts'
import type { ArticleFile, Content, IntentFile } from './content.ts'
import type { Rendering } from './knowledge-base.ts'

/** A text that a citizen meets, with its place. `name` is the part or the reply. */
export type TextSite = {
  file: string
  line: number
  language: Language
  rendering: Rendering
  name: string
  text: string
} & ({ of: 'article'; article: ArticleFile } | { of: 'intent'; intent: IntentFile })

export function textSites({ articles, intents }: Content): readonly TextSite[] {
  return [...articles.flatMap(sitesOfArticle), ...intents.flatMap(sitesOfIntent)]
}

function sitesOfArticle(article: ArticleFile): readonly TextSite[] {
  const { file, language, meta, texts, lineOf } = article
  const web = texts.map(({ part, text, line }) => ({ name: part, text, line, rendering: 'web' }))
  const others = Object.entries(meta.parts).flatMap(([name, part]) =>
    (['sms', 'spoken'] as const).map((rendering) => ({
      name,
      text: part[rendering],
      line: lineOf(['parts', name, rendering]),
      rendering,
    })),
  )
  return [...web, ...others].map((site) => ({
    ...site,
    rendering: site.rendering as Rendering,
    file,
    language,
    of: 'article',
    article,
  }))
}

function sitesOfIntent(intent: IntentFile): readonly TextSite[] {
  const { file, meta, lineOf } = intent
  return Object.entries(meta.replies ?? {}).flatMap(([name, reply]) =>
    (['da', 'en'] as const).flatMap((language) =>
      (['web', 'sms', 'spoken'] as const).flatMap((rendering): TextSite[] => {
        const text = reply[language][rendering]
        if (text === undefined) return []
        const line = lineOf(['replies', name, language, rendering])
        return [{ file, line, language, rendering, name, text, of: 'intent', intent }]
      }),
    ),
  )
}
