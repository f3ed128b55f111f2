import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { View } from '#conversation/view.ts'
import { addressView } from '#dialogue/address-view.ts'
import { deskView } from '#handoff/desk-view.ts'
import { feedbackView } from '#handoff/feedback-view.ts'
import { pastView } from '#handoff/past-view.ts'
import { queueView } from '#handoff/queue-view.ts'
import { openSharedHouse, type SharedHouse } from '#tests/kit/start-talk.ts'
import { tellStory } from '#tests/kit/tell-story.ts'

const SRC = join(import.meta.dirname, '../../src')
const views = [addressView, queueView, deskView, pastView, feedbackView] as View<unknown>[]

describe('I1 the log is the truth', () => {
  let shared: SharedHouse
  beforeAll(async () => {
    shared = await openSharedHouse()
    await tellStory(shared)
  })
  afterAll(() => shared.house.close())

  const documents = async (view: View<unknown>) => shared.house.storage.views.list(view)

  it.each(views)('the view $name is dropped and comes back the same', async (view) => {
    const before = await documents(view)
    expect(before.length).toBeGreaterThan(0)
    // Long enough that anything taken from the clock instead of from the log would differ.
    await new Promise((resolve) => setTimeout(resolve, 20))
    await shared.house.storage.views.rebuild()
    expect(await documents(view)).toEqual(before)
  })

  it.each(views)('the view $name comes back in a process that remembers nothing', async (view) => {
    vi.resetModules()
    const fresh = (await freshViews()).find(({ name }) => name === view.name)
    const log = await shared.house.storage.log.after(0, 100_000)
    const played = new Map<string, string>()
    const read = (key: string) => JSON.parse(played.get(key) ?? 'null') ?? undefined
    for (const recorded of log) {
      for (const { key, doc } of fresh?.project(recorded, read) ?? []) {
        if (doc === null) played.delete(key)
        else played.set(key, JSON.stringify(doc))
      }
    }
    const docs = [...played].map(([key, json]) => ({ key, doc: JSON.parse(json) }))
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
    expect(docs.toSorted(byKey)).toEqual((await documents(view)).toSorted(byKey))
  })

  it('no view is left out', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    const names = files
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|contract/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(SRC, file), 'utf8').matchAll(/: View<\w+> = \{\s+name: '([\w-]+)'/g),
      ])
      .map(([, name]) => name)
    expect(names.toSorted()).toEqual(views.map(({ name }) => name).toSorted())
  })
})

async function freshViews(): Promise<readonly View<unknown>[]> {
  const modules = await Promise.all([
    import('#dialogue/address-view.ts'),
    import('#handoff/queue-view.ts'),
    import('#handoff/desk-view.ts'),
    import('#handoff/past-view.ts'),
    import('#handoff/feedback-view.ts'),
  ])
  return modules.flatMap((module) => Object.values(module)).filter(isView)
}

function isView(value: unknown): value is View<unknown> {
  return typeof value === 'object' && value !== null && 'project' in value
}
