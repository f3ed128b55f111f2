import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const COST = 2 ** 15
const BLOCK_SIZE = 8
const KEY_BYTES = 32
const MAX_MEMORY_BYTES = 64 * 1024 * 1024

/** `scrypt$cost$salt$key`: salt and key in base64url, a new salt each time. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Without a stored hash it works just as long, so that the time does not tell which names exist. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, cost, salt, key] = (stored ?? NOBODY).split('$')
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64url'), Number(cost))
  const expected = Buffer.from(key ?? '', 'base64url')
  const same = expected.length === derived.length && timingSafeEqual(expected, derived)
  return same && stored !== undefined
}

const NOBODY = ['scrypt', COST, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$')

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  // The same password is typed composed on one keyboard and decomposed on another.
  const normal = password.normalize('NFC')
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: MAX_MEMORY_BYTES }
  return new Promise((resolve, reject) =>
    scrypt(normal, salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
