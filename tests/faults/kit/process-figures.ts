import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What the system says of a process of this machine (Linux). */
export function residentMegabytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

export function openHandles(pid: number): { files: number; sockets: number } {
  const folder = `/proc/${pid}/fd`
  const kinds = readdirSync(folder).map((one) => kindOf(`${folder}/${one}`))
  const sockets = kinds.filter((kind) => kind === 'socket').length
  return { sockets, files: kinds.length - sockets }
}

function kindOf(link: string): 'socket' | 'file' {
  try {
    return readlinkSync(link).startsWith('socket:') ? 'socket' : 'file'
  } catch {
    // It was closed while we looked.
    return 'file'
  }
}
