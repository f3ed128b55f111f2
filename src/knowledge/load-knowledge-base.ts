import { incoherences } from './coherence.ts'
import type { ArticleFile, Content, IntentFile } from './content.ts'
import { brokenArticles, type Fault } from './fault.ts'
import { versionOf } from './file-version.ts'
import type { Article, ArticleText, Intent, KnowledgeBase } from './knowledge-base.ts'
import { readContent } from './read-content.ts'

/**
 * Articles, facts and intents of a root folder. Throws one `article-broken` with every fault, its file and its line.
 * Drafts are in it too: their `status` says so.
 */
export async function loadKnowledgeBase(root: string): Promise<KnowledgeBase> {
  const faults: Fault[] = []
  const content = await readContent(root, faults)
  if (faults.length === 0) faults.push(...incoherences(content))
  if (faults.length > 0) throw brokenArticles(faults)
  return toKnowledgeBase(content)
}

/** Ids of the articles that nobody at the city has confirmed in both languages. */
export function unverifiedArticles({ articles }: KnowledgeBase): readonly string[] {
  return [...articles.values()]
    .filter(({ da, en }) => !da.verified || !en.verified)
    .map(({ id }) => id)
}

function toKnowledgeBase({ articles, facts, intents }: Content): KnowledgeBase {
  const danish = articles.filter(({ language }) => language === 'da')
  return {
    articles: new Map(danish.map((da) => [da.id, pair(da, articles)])),
    facts,
    intents: new Map(intents.map((file) => [file.meta.id, toIntent(file)])),
    version: versionOf(
      [
        ...[...articles, ...intents].map(({ file, version }) => `${file} ${version}`),
        JSON.stringify([...facts]),
      ].join('\n'),
    ),
  }
}

function pair(da: ArticleFile, articles: readonly ArticleFile[]): Article {
  const en = articles.find(({ id, language }) => id === da.id && language === 'en') ?? da
  const { audience, queue, sensitivity, related } = da.meta
  return { id: da.id, audience, queue, sensitivity, related, da: toText(da), en: toText(en) }
}

function toText({ version, meta, texts }: ArticleFile): ArticleText {
  return {
    version,
    title: meta.title,
    owner: meta.owner,
    sources: meta.sources.map(({ url, as_of }) => ({ url, asOf: as_of })),
    reviewBy: meta.review_by,
    status: meta.status,
    verified: meta.verified,
    selfService: meta.self_service,
    parts: Object.entries(meta.parts).map(([name, { asks, sms, spoken }]) => {
      const web = texts.find(({ part }) => part === name)?.text ?? ''
      return { name, asks, web, sms, spoken }
    }),
  }
}

function toIntent({ version, meta, examples, decoys }: IntentFile): Intent {
  const { id, description, choice, asks_back, replies } = meta
  return {
    id,
    version,
    description,
    choice,
    asksBack: asks_back ? { whenOnly: asks_back.when_only, between: asks_back.between } : null,
    replies: new Map(
      Object.entries(replies ?? {}).map(([name, { notice_inside, da, en }]) => [
        name,
        { noticeInside: notice_inside ?? false, text: { da: given(da), en: given(en) } },
      ]),
    ),
    examples: examples.map(({ line, ...example }) => example),
    decoys: decoys.map(({ line, ...decoy }) => decoy),
  }
}

/** Without the renderings that are not there: absent, not undefined. */
function given(renderings: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(renderings).flatMap(([form, text]) =>
      text === undefined ? [] : [[form, text]],
    ),
  )
}
