import { expect, it } from 'vitest'
import { isAddressOrNetwork, trusts } from './trusted-proxies.ts'

it.each([
  [true, '127.0.0.1', true],
  [true, '::1', true],
  [true, '::ffff:127.0.0.1', true],
  [true, '10.0.0.9', false],
  [false, '127.0.0.1', false],
  [['10.0.0.9'], '10.0.0.9', true],
  [['10.0.0.9'], '127.0.0.1', false],
  [['10.1.0.0/16', '2001:db8::/32'], '10.1.200.3', true],
  [['10.1.0.0/16', '2001:db8::/32'], '2001:db8:7::1', true],
  [['10.1.0.0/16'], '10.2.0.1', false],
  [['10.1.0.0/16'], 'unknown', false],
])('with %j, %s is believed: %s', (proxies, sender, believed) => {
  expect(trusts(proxies)(sender, 0)).toBe(believed)
  expect(trusts(proxies)(sender, 1)).toBe(false)
})

it.each(['10.0.0.9', '10.0.0.0/8', '::1', '2001:db8::/32'])(
  '%s is an address or a network',
  (text) => expect(isAddressOrNetwork(text)).toBe(true),
)
it.each(['maybe', '10.0.0', '10.0.0.0/33', '10.0.0.0/8/8', '/8', ''])('%j is none', (text) =>
  expect(isAddressOrNetwork(text)).toBe(false),
)
