import { expect, it } from 'vitest'
import { giveBackMemory } from './give-back-memory.ts'

it('lets go of what nobody holds any more, and of nothing else', () => {
  const kept = Array.from({ length: 1_000 }, (_, i) => ({ i }))
  const gone = new WeakRef(Array.from({ length: 1_000_000 }, (_, i) => ({ i })))
  // A reference that was looked at in this turn of the loop is held until its end.
  return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
    giveBackMemory()
    expect(gone.deref()).toBeUndefined()
    expect(kept.at(-1)).toEqual({ i: 999 })
  })
})
