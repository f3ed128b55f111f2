import { expect } from 'vitest'
import type { ServerFrame } from '#channels/web-chat/browser/frames.ts'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { seededRandom } from '#knowledge/search/random.ts'
import { audit } from '#tests/crash/load/audit.ts'
import { outboxEmpty } from '#tests/crash/load/outbox-empty.ts'
import { markedQuestion } from '#tests/crash/load/questions.ts'
import { createWitness } from '#tests/crash/load/witness.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { startServer } from '#tests/kit/start-server.ts'
import { readiness } from './kit/readiness.ts'
import { mountSmallDisk, mountsHere } from './kit/small-disk.ts'
import { openSmsAccount } from './kit/sms-account.ts'
import { whereRuns } from './kit/where-runs.ts'

const EACH = 25
const LEFT_BYTES = 64 * 1024
const FIRST_MSISDN = 4_520_000_200
const PATIENCE = { timeout: 60_000, interval: 200 }
const mounted = whereRuns(...mountsHere)

mounted.it(
  mounted.named(
    'a full disk: what cannot be kept is not acknowledged, and all of it is there once when there is room',
  ),
  async () => {
    // Most of it is what was learnt from the phrasings.
    using disk = mountSmallDisk(100)
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    await using sms = await openSmsAccount(() => origin, Array(300).fill(200))
    const start = () =>
      startServer({
        port,
        dataDir: disk.path,
        environment: { ...sms.environment, LOG_LEVEL: 'fatal' },
      })
    let server = await start()
    const witness = createWitness()
    const random = seededRandom(43)
    try {
      const pages = await Promise.all(
        Array.from({ length: EACH }, async () => {
          const page = await SocketClient.open(origin)
          const { token } = await page.hello()
          return { page, token, id: crypto.randomUUID(), ...markedQuestion(random), kept: false }
        }),
      )
      const phones = Array.from({ length: EACH }, (_, i) => ({
        msisdn: FIRST_MSISDN + i,
        id: 1_000 + i,
        ...markedQuestion(random),
        kept: false,
      }))
      const sayAll = async () => {
        const refusals: ServerFrame[] = []
        const statuses = new Set<number>()
        for (const one of pages) {
          if (one.kept) continue
          one.page.say(one.text, { via: 'typed' }, one.id)
          const said = await firstOf(one.page, one.id)
          one.kept = said.type === 'received'
          if (one.kept) witness.acknowledged(one.mark)
          else refusals.push(said)
        }
        for (const one of phones) {
          if (one.kept) continue
          const { status } = await sms.text(one.msisdn, one.text, one.id)
          statuses.add(status)
          one.kept = status === 200
          if (one.kept) witness.acknowledged(one.mark)
        }
        return { refusals, statuses }
      }

      disk.fill(LEFT_BYTES)
      const full = await sayAll()
      expect(full.refusals.length).toBeGreaterThan(EACH / 2)
      for (const refusal of full.refusals) {
        expect(refusal).toMatchObject({
          type: 'refused',
          code: 'storage-failed',
          text: expect.stringContaining('igen'),
        })
      }
      expect([...full.statuses].filter((status) => status !== 200)).toEqual([503])
      expect(await readiness(origin)).toMatchObject({
        http: 503,
        status: 'not-ready',
        problems: [{ code: 'storage-failed', do: expect.stringContaining('Free some space') }],
      })

      disk.clear()
      await expect.poll(async () => (await readiness(origin)).http, PATIENCE).toBe(200)
      const roomy = await sayAll()
      expect(roomy.refusals).toEqual([])
      expect([...roomy.statuses]).toEqual([200])
      await expect
        .poll(() => phones.filter(({ msisdn }) => sms.phone(msisdn).length === 0), PATIENCE)
        .toEqual([])
      await outboxEmpty(origin)

      await server.kill()
      server = await start()
      for (const { token } of pages) {
        await using page = await SocketClient.open(origin)
        expect(await page.hello(token)).toMatchObject({ resumed: true })
        const visit = witness.newVisit()
        for (const line of await page.lines(2)) visit.line(line)
      }
      await server.kill()
      const { lost, doubled, sentTwice } = await audit(disk.path, witness, sms.provider)
      expect({ lost, doubled, sentTwice }).toEqual({ lost: [], doubled: [], sentTwice: 0 })
      expect(witness.marks.size).toBe(2 * EACH)
    } finally {
      await server.kill()
    }
  },
)

async function firstOf(page: SocketClient, id: string): Promise<ServerFrame> {
  for (;;) {
    const found = page.frames.find(
      (frame) => (frame.type === 'received' || frame.type === 'refused') && frame.id === id,
    )
    if (found) {
      page.frames.splice(page.frames.indexOf(found), 1)
      return found
    }
    await new Promise((next) => setTimeout(next, 5))
  }
}
