import { DatabaseSync } from 'node:sqlite'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { writeReference } from '#channels/sms/reference.ts'
import { openTown, secret, type Town } from '#channels/sms/testing/town.ts'
import { startChatStage } from '#channels/web-chat/testing/chat-stage.ts'
import { formBrowser } from '#channels/web-chat/testing/form-browser.ts'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'
import { GroupCommit } from '#storage/group-commit.ts'
import { Kept } from '#storage/kept.ts'

const anna = 4_520_000_123
const KEPT_AFTER_MS = 150

describe('I8 what the disk refuses is told as refused', () => {
  it('to everybody whose work was in that commit', async () => {
    const database = new FullDisk(':memory:')
    database.exec('CREATE TABLE kept (what TEXT) STRICT')
    const views = { catchUp() {}, keepCursors() {} }
    const commits = new GroupCommit(database, {
      views,
      kept: new Kept(database),
      onDurable: () => {},
    })
    const keep = (what: string) =>
      commits.run(() => database.prepare('INSERT INTO kept VALUES (?)').run(what))
    await keep('before')
    database.isFull = true
    const told = await Promise.allSettled([keep('a'), keep('b')])
    database.isFull = false
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await keep('after')
    const kept = database.prepare('SELECT what FROM kept').all()
    expect(kept.map(({ what }) => what)).toEqual(['before', 'after'])
    await commits.close()
  })
})

describe('I8 every way in waits for the engine before it says thank you', () => {
  const order: string[] = []
  const slowly =
    <Given extends unknown[], Result>(keep: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      await new Promise((resolve) => setTimeout(resolve, KEPT_AFTER_MS))
      const result = await keep(...given)
      order.push('kept')
      return result
    }

  it.each(['receive', 'opt', 'start'] as const)(
    'a text message, while `%s` takes its time',
    async (verb) => {
      order.length = 0
      await using town = await openTown()
      const { dialogue } = town
      Object.assign(dialogue, { [verb]: slowly(dialogue[verb] as () => Promise<unknown>) })
      await town.provider.text(anna, verb === 'opt' ? 'STOP' : 'hej')
      order.push('acknowledged')
      expect(order).toEqual(['kept', 'acknowledged'])
    },
  )

  it.each(['settle', 'reportDelivery'] as const)('a receipt, while `%s` does', async (verb) => {
    order.length = 0
    await using town = await openTown()
    await town.provider.text(anna, 'hej')
    const holder = verb === 'settle' ? town.dialogue.outbox : town.dialogue
    const keeps = holder as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
    const real = keeps[verb]
    if (!real) throw new Error(`there is no ${verb}`)
    keeps[verb] = slowly(real)
    expect(await receipt(town)).toBe(200)
    order.push('acknowledged')
    expect(order.filter((what) => what === 'kept').length).toBeGreaterThan(0)
    expect(order.at(-1)).toBe('acknowledged')
  })

  it('a receipt that cannot be kept is not acknowledged', async () => {
    await using town = await openTown()
    await town.provider.text(anna, 'hej')
    town.dialogue.reportDelivery = async () => {
      throw new Error('The disk is full.')
    }
    expect(await receipt(town)).toBeGreaterThanOrEqual(500)
  })

  it('the chat, by socket, by HTTP and by form', async () => {
    await using stage = await startChatStage()
    const { dialogue } = stage
    dialogue.receive = slowly(dialogue.receive)
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    const ways: Record<string, () => Promise<unknown>> = {
      socket: async () => {
        page.say('hej')
        await page.next('received')
      },
      press: async () => {
        page.send({ type: 'human', id: crypto.randomUUID() })
        await page.next('received')
      },
      http: async () => sayByHttp(stage.url, await tokenOf(stage.url)),
      form: async () => {
        const citizen = formBrowser(stage.url)
        await citizen.get('/chat')
        await citizen.ask('Hvordan får jeg et pas?')
      },
    }
    for (const [name, say] of Object.entries(ways)) {
      order.length = 0
      await say()
      order.push(name)
      expect(order).toEqual(['kept', name])
    }
  })
})

describe('I8 every way in may bring the same thing twice', () => {
  it('a text message', async () => {
    await using town = await openTown()
    town.provider.setWeather('twice')
    await town.provider.text(anna, 'hej')
    await town.provider.text(anna, 'STOP')
    expect(town.dialogue.said).toHaveLength(1)
    expect(town.dialogue.opts).toHaveLength(1)
  })

  it('the chat, by socket, by a press, by HTTP and by form', async () => {
    await using stage = await startChatStage()
    const { dialogue } = stage
    await using page = await SocketClient.open(stage.url)
    await page.hello()
    const ids = [crypto.randomUUID(), crypto.randomUUID()] as const
    const citizen = formBrowser(stage.url)
    await citizen.get('/chat')
    const form = citizen.formOf('Skriv til os')
    const token = await tokenOf(stage.url)
    const ways: Record<string, () => Promise<unknown>> = {
      socket: async () => {
        page.say('hej', { via: 'typed' }, ids[0])
        await page.next('received')
      },
      press: async () => {
        page.send({ type: 'human', id: ids[1] })
        await page.next('received')
      },
      http: () => sayByHttp(stage.url, token),
      form: () => citizen.send(form, { text: 'Hvordan får jeg et pas?' }),
    }
    for (const say of Object.values(ways)) {
      await say()
      await say()
    }
    const keys = dialogue.said.map(({ address, messageId }) => `${address} ${messageId}`)
    expect(new Set(keys).size).toBe(Object.keys(ways).length)
  })
})

/** A disk that is full at the very moment of the commit. */
class FullDisk extends DatabaseSync {
  isFull = false
  override exec(sql: string): void {
    if (this.isFull && sql === 'COMMIT')
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
    super.exec(sql)
  }
}

/** Posts that the first reply arrived, as the provider does; answers the status. */
async function receipt({ url }: Town): Promise<number> {
  const report = { id: 7, status: 'DELIVERED', userref: writeReference('c1', 'r1') }
  const signature = await new SignJWT(report)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret))
  const headers = { 'content-type': 'application/json', 'x-gwapi-signature': signature }
  const body = JSON.stringify(report)
  return (await fetch(`${url}/sms/status`, { method: 'POST', body, headers })).status
}

const json = { 'content-type': 'application/json' }

async function tokenOf(url: string): Promise<string> {
  const init = { method: 'POST', body: '{}', headers: json }
  const begun = await fetch(`${url}/api/chat/conversations`, init)
  return ((await begun.json()) as { token: string }).token
}

async function sayByHttp(url: string, token: string): Promise<void> {
  await fetch(`${url}/api/chat/messages`, {
    method: 'POST',
    body: JSON.stringify({ messageId: '1', text: 'hej' }),
    headers: { ...json, authorization: `Bearer ${token}` },
  })
}
