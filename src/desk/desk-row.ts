import type { DeskItem } from '#handoff/desk-item.ts'
import type { DeskDeps } from './deps.ts'

/** A desk item with what a list shows beside it. The preview is the citizen's own text. */
export type DeskRow = DeskItem & {
  preview: string | null
  holderName: string | null
  topicTitle: string | null
}

const PREVIEW_LENGTH = 120

/** It waits for people, people have it, or it was promised a contact. Only these are the desk's business. */
export function isAtDesk({ state, callback }: DeskItem): boolean {
  return state === 'waiting' || state === 'held' || hasOpenCallback(callback)
}

export function hasOpenCallback(callback: DeskItem['callback']): boolean {
  return callback !== null && (callback.state === 'open' || callback.state === 'tried')
}

export async function toRow(
  item: DeskItem,
  nameOf: (staffId: string) => Promise<string | undefined>,
  { textOf, articleInfo }: Pick<DeskDeps, 'textOf' | 'articleInfo'>,
): Promise<DeskRow> {
  const text = item.lastUtteranceId && (await textOf(item.conversationId, item.lastUtteranceId))
  const holder = item.holder && (await nameOf(item.holder))
  const article = item.topic ? articleInfo(item.topic) : undefined
  return {
    ...item,
    preview: text ? text.slice(0, PREVIEW_LENGTH) : null,
    holderName: holder || null,
    topicTitle: article?.title ?? null,
  }
}
