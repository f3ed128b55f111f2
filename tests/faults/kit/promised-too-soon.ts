import type { SystemCall } from './read-trace.ts'

const ARRIVES = new Set(['read', 'recvfrom', 'recvmsg'])
const LEAVES = new Set(['write', 'writev', 'sendto', 'sendmsg'])
const SYNCS = new Set(['fdatasync', 'fsync'])

/**
 * Where an acknowledgement left before what it promises was on the disk. Between the arrival on its connection and the
 * acknowledgement the WAL must have been written, then synced, and nothing written may still be unsynced.
 */
export function promisedTooSoon(
  calls: readonly SystemCall[],
  isPromise: (call: SystemCall) => boolean,
): { promises: number; faults: readonly string[] } {
  const sinceArrival = new Map<string, { written: boolean; synced: boolean }>()
  const faults: string[] = []
  let promises = 0
  for (const call of calls) {
    const { name, on, result } = call
    if (ARRIVES.has(name) && isConnection(on) && result > 0)
      sinceArrival.set(on, { written: false, synced: false })
    if (name === 'pwrite64' && isDatabase(on))
      for (const one of sinceArrival.values()) Object.assign(one, { written: true, synced: false })
    if (SYNCS.has(name) && isDatabase(on) && result === 0)
      for (const one of sinceArrival.values()) one.synced = one.written
    if (!LEAVES.has(name) || !isConnection(on) || !isPromise(call)) continue
    promises += 1
    const since = sinceArrival.get(on)
    if (!since?.written) faults.push(`${on}: nothing was written before ${call.what}`)
    else if (!since.synced) faults.push(`${on}: written and not synced before ${call.what}`)
  }
  return { promises, faults }
}

function isConnection(on: string): boolean {
  return on.startsWith('TCP')
}

function isDatabase(on: string): boolean {
  return /front-door\.db(-wal)?$/.test(on)
}
