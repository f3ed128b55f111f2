import { isIP } from 'node:net'
import { withoutMapping } from './trusted-proxies.ts'

/** Whom limits count as one sender: an IPv4 address, or the 64 bits of IPv6 that one home is given as a whole. */
export function networkOf(ip: string): string {
  const address = withoutMapping(ip)
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros =
    tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
