import type { DeskDeps } from '#desk/deps.ts'
import { createInterpret } from '#dialogue/interpret/create-interpret.ts'
import type { PersonalValue } from '#dialogue/ports.ts'
import { suggestArticle } from '#dialogue/suggest-article.ts'
import { deskView } from '#handoff/desk-view.ts'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { randomIds } from '#platform/ids.ts'
import type { Logger } from '#platform/logger.ts'
import type { House } from './house.ts'

/** What the desk needs of the house. */
export function deskOfHouse(house: House, log: Logger, secure: boolean): DeskDeps {
  const { storage, engine, kb, presence, clock, calendar, writtenReason } = house
  const { registers, views, personal } = storage
  return {
    registers,
    views,
    presence,
    clock,
    calendar,
    writtenReason,
    log,
    secure,
    ids: randomIds,
    acts: engine.staffActs,
    deskView,
    transcript: engine.transcript,
    textOf: (conversationId, id) => personal.get(conversationId, id, 'text'),
    textsOf: async (conversationId) => saidAndNoted(await personal.all(conversationId)),
    onChange: (listener) =>
      engine.tail.subscribe('all', (recorded) =>
        listener([...new Set(recorded.map(({ conversationId }) => conversationId))]),
      ),
    typing: engine.typing,
    suggest: suggestArticle({ ...house, ...storage, interpret: createInterpret(house) }),
    articleInfo: (articleId) => articleInfo(kb, articleId),
    articles: articleTitles(kb),
  }
}

function saidAndNoted(values: readonly PersonalValue[]): readonly string[] {
  return values.flatMap(({ field, value }) => (field === 'text' || field === 'note' ? [value] : []))
}

function articleInfo({ articles }: KnowledgeBase, articleId: string) {
  const article = articles.get(articleId)?.da
  if (!article) return undefined
  const { title, verified, sources } = article
  return { title, verified, url: sources[0]?.url ?? null }
}

function articleTitles({ articles }: KnowledgeBase) {
  return [...articles.values()]
    .map(({ id, da }) => ({ id, title: da.title }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'da'))
}
