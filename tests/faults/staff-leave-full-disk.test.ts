import { pino } from 'pino'
import { expect } from 'vitest'
import { openHouse, sharedLearntFile } from '#house'
import { MONDAY_MORNING, settableClock } from '#tests/kit/settable-clock.ts'
import { mountSmallDisk, mountsHere } from './kit/small-disk.ts'
import { whereRuns } from './kit/where-runs.ts'

const mounted = whereRuns(...mountsHere)

mounted.it(
  mounted.named('whose helper leaves while the disk is full goes back to the queue all the same'),
  async () => {
    using disk = mountSmallDisk(8)
    const clock = settableClock(MONDAY_MORNING)
    const house = await openHouse({
      dataDir: disk.path,
      clock,
      logger: pino({ level: 'silent' }),
      interpretLimitMs: 5_000,
      learntFile: sharedLearntFile,
    })
    try {
      const { dialogue, staffActs } = house.engine
      const leave = house.presence.enter('mette')
      const address = 'web:somebody'
      const id = await dialogue.start({ channel: 'web-chat', address, language: 'da' })
      const said = { via: 'chosen', choice: 'human' } as const
      const wish = {
        channel: 'web-chat',
        address,
        messageId: 'm1',
        text: 'menneske',
        said,
      } as const
      await dialogue.receive(id, wish)
      await expect.poll(async () => (await dialogue.standing(id)).handledBy).toBe('queue')
      await staffActs.claim(id, 'mette')

      disk.fill(0)
      leave()
      await expect(dialogue.receive(id, { ...wish, messageId: 'm2' })).rejects.toMatchObject({
        code: 'storage-failed',
      })
      disk.clear()
      const isWatched = async () => {
        clock.forward(4 * 60_000)
        house.engine.clockMoved()
        return (await dialogue.standing(id)).handledBy
      }
      await expect.poll(isWatched, { timeout: 10_000, interval: 300 }).toBe('queue')
    } finally {
      await house.close()
    }
  },
)
