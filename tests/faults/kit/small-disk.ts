import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, in memory, that can be filled. Only root may mount one. */
export type SmallDisk = Disposable & {
  path: string
  freeBytes(): number
  /** Leaves so many bytes free. */
  fill(left: number): void
  /** Takes away what it was filled with. */
  clear(): void
  remount(how: 'ro' | 'rw'): void
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'))
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path])
  const filler = join(path, 'filler')
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  }
  return {
    path,
    freeBytes,
    fill(left) {
      writeFileSync(filler, Buffer.alloc(Math.max(0, freeBytes() - left)), { flag: 'a' })
    },
    clear: () => rmSync(filler, { force: true }),
    remount: (how) => run('mount', ['-o', `remount,${how}`, path]),
    [Symbol.dispose]() {
      run('umount', ['--lazy', path])
      rmdirSync(path)
    },
  }
}

/** What a disk of this kind needs: `runsHere('…', ...mountsHere)`. */
export const mountsHere = [
  'sh',
  ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m tmpfs "$d" && umount "$d" && rmdir "$d"'],
] as const

function run(program: string, given: readonly string[]): void {
  const { status, stderr } = spawnSync(program, given, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}
