import { BlockList, isIP } from 'node:net'

/** `true`: a proxy on this machine. A list: addresses, or networks such as `10.1.0.0/16`. */
export type TrustedProxies = boolean | readonly string[]

/**
 * Whether what a sender says in X-Forwarded-For is believed. Of the addresses in it only the last counts, which the
 * proxy itself has added: everything before is what the client wrote.
 */
export function trusts(proxies: TrustedProxies): (address: string, hop: number) => boolean {
  if (proxies === false) return () => false
  const known = new BlockList()
  for (const one of proxies === true ? ON_THIS_MACHINE : proxies) {
    const [address = '', bits] = one.split('/')
    const family = familyOf(address)
    if (bits === undefined) known.addAddress(address, family)
    else known.addSubnet(address, Number(bits), family)
  }
  return (sender, hop) => {
    const address = withoutMapping(sender)
    return hop < 1 && isIP(address) !== 0 && known.check(address, familyOf(address))
  }
}

const ON_THIS_MACHINE = ['127.0.0.0/8', '::1']

/** An address, or a network with the number of bits that count. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

/** `::ffff:10.0.0.1` is how a socket for both families writes 10.0.0.1. */
export function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
