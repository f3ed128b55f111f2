import { expect, it } from 'vitest'
import { promisedTooSoon } from './promised-too-soon.ts'
import type { SystemCall } from './read-trace.ts'

const arrival = call('read', 'TCP:[a->b]', 20)
const written = call('pwrite64', '/data/front-door.db-wal', 4096)
const synced = call('fdatasync', '/data/front-door.db-wal', 0)
const promise = call('writev', 'TCP:[a->b]', 30)

it('finds an acknowledgement that came before the sync', () => {
  expect(faultsOf([arrival, written, synced, promise])).toBe(0)
  expect(faultsOf([arrival, promise, written, synced])).toBe(1)
  expect(faultsOf([arrival, written, promise, synced])).toBe(1)
  expect(faultsOf([written, synced, arrival, promise])).toBe(1)
  expect(faultsOf([arrival, written, call('fdatasync', synced.on, -1), promise])).toBe(1)
  expect(faultsOf([arrival, written, synced, written, promise])).toBe(1)
})

function call(name: string, on: string, result: number): SystemCall {
  return { name, on, what: '', result }
}

function faultsOf(calls: readonly SystemCall[]): number {
  return promisedTooSoon(calls, ({ name }) => name === 'writev').faults.length
}
