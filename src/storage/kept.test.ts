import { join } from 'node:path'
import { expect, test } from 'vitest'
import { after, heard, talkView, usual } from './contract/kit.ts'
import { temporaryFolder } from './contract/temporary-folder.ts'
import { openSqlite } from './open-sqlite.ts'

const entry = { by: 'mette', at: after(0), why: 'odd answers' }
const secret = { of: 'u1', field: 'text', value: 'my secret' } as const

test('what was read before counts no more once another process has written', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using server = openSqlite({ ...usual, path, views: [talkView] })
  await using other = openSqlite({ ...usual, path, views: [talkView] })
  await server.log.record('a', { events: [heard('u1')], personal: [secret] })
  const everything = async () => [
    (await server.log.read('a')).length,
    (await server.log.after(0, 10)).length,
    await server.log.newestPosition(),
    await server.views.get(talkView, 'a'),
    await server.views.get(talkView, 'b'),
    (await server.views.list(talkView)).length,
    (await server.registers.list('switches')).length,
    await server.personal.get('a', 'u1', 'text'),
  ]
  const one = { heard: 1, replied: 0 }
  expect(await everything()).toEqual([1, 1, 1, one, undefined, 1, 0, 'my secret'])
  await other.log.record('a', { events: [heard('u2')] })
  await other.log.record('b', { events: [heard('u3')] })
  await other.registers.set('switches', 'bot', '{}', entry)
  await other.personal.erase('a')
  const two = { heard: 2, replied: 0 }
  expect(await everything()).toEqual([2, 3, 3, two, one, 2, 1, undefined])
})

test('a decision is overtaken by what another process wrote and this one has not read', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'a.db')
  await using server = openSqlite({ ...usual, path })
  await using other = openSqlite({ ...usual, path })
  await server.log.record('a', { events: [heard('u1')] })
  expect(await server.log.read('a')).toHaveLength(1)
  await other.log.record('a', { events: [heard('u2')] })
  expect(await server.log.append('a', 1, { events: [heard('u3')] }, ['utterance-received'])).toBe(
    'overtaken',
  )
  await server.log.record('a', { events: [heard('u4')] })
  expect((await server.log.read('a')).map(({ version }) => version)).toEqual([1, 2, 3])
})

test('nothing is kept of a change that was taken back', async () => {
  await using storage = openSqlite({ ...usual, path: ':memory:', views: [talkView] })
  await storage.log.record('a', { events: [heard('u1')] })
  const [failed] = await Promise.allSettled([
    storage.log.record('a', {
      events: [heard('u2')],
      personal: [secret],
      receivedAs: 'key',
      dues: [{ what: 'take-turn', at: 'no instant' }],
    }),
    storage.log.record('b', { events: [heard('u4')] }),
  ])
  expect(failed.status).toBe('rejected')
  expect(await storage.log.read('a')).toHaveLength(1)
  expect(await storage.log.after(0, 10)).toHaveLength(2)
  expect(await storage.views.get(talkView, 'a')).toEqual({ heard: 1, replied: 0 })
  expect(await storage.personal.get('a', 'u1', 'text')).toBeUndefined()
  expect(await storage.log.hasReceived('key')).toBe(false)
})

test('what was erased is not remembered, and a text that is told anew is', async () => {
  await using storage = openSqlite({ ...usual, path: ':memory:' })
  await storage.log.record('a', { events: [heard('u1')], personal: [secret] })
  const anew = { ...secret, value: '[hidden]' }
  await storage.log.record('a', { events: [heard('u2')], personal: [anew] })
  expect(await storage.personal.get('a', 'u1', 'text')).toBe('[hidden]')
  expect(await storage.personal.all('a')).toEqual([anew])
  await storage.personal.erase('a')
  expect(await storage.personal.get('a', 'u1', 'text')).toBeUndefined()
})
