import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { View } from '#conversation/view.ts'
import { addressView } from '#dialogue/address-view.ts'
import { deskView } from '#handoff/desk-view.ts'
import { queueView } from '#handoff/queue-view.ts'
import { openSharedHouse, type SharedHouse } from '#tests/kit/start-talk.ts'
import { tellStory } from '#tests/kit/tell-story.ts'

describe('I1 the log is the truth', () => {
  let shared: SharedHouse
  beforeAll(async () => {
    shared = await openSharedHouse()
    await tellStory(shared)
  })
  afterAll(() => shared.house.close())

  const documents = async (view: View<unknown>) => shared.house.storage.views.list(view)

  it.each([deskView, queueView, addressView] as View<unknown>[])(
    'the view $name is dropped and comes back the same',
    async (view) => {
      const before = await documents(view)
      expect(before.length).toBeGreaterThan(0)
      // Long enough that anything taken from the clock instead of from the log would differ.
      await new Promise((resolve) => setTimeout(resolve, 20))
      await shared.house.storage.views.rebuild()
      expect(await documents(view)).toEqual(before)
    },
  )
})
