import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto'

export type Ids = {
  /** An id of something in the log; unique, tells nothing. */
  next(): string
  /** Seven digits, the last of which checks the others: what a citizen says on the phone. */
  reference(): string
}

export const randomIds: Ids = {
  next: () => randomUUID(),
  reference: () => withCheckDigit(String(randomInt(100_000, 1_000_000))),
}

/** Appends a Damm-like check digit (weights 7 3 1, modulo 10): one wrong digit or most swaps show. */
function withCheckDigit(digits: string): string {
  return digits + checkDigit(digits)
}

function checkDigit(digits: string): string {
  const weights = [7, 3, 1]
  const sum = [...digits].reduce(
    (total, digit, i) => total + Number(digit) * (weights[i % 3] ?? 1),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}

/** 256 random bits, for tokens that grant access. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Names a number without telling it: nobody without the key can try all numbers. */
export function keyedHash(key: string, value: string): string {
  return createHmac('sha256', key).update(value).digest('hex').slice(0, 32)
}
