import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from './password.ts'

describe('a password', () => {
  it('is recognised, also typed with a composed letter on another keyboard', async () => {
    const stored = await hashPassword('blå båd på åen')
    expect(await isPassword('blå båd på åen', stored)).toBe(true)
    expect(await isPassword('blå båd på åen'.normalize('NFD'), stored)).toBe(true)
    expect(await isPassword('blå båd på åem', stored)).toBe(false)
  })
  it('is kept with a salt of its own and without itself', async () => {
    const [one, other] = await Promise.all([
      hashPassword('samme ord igen'),
      hashPassword('samme ord igen'),
    ])
    expect(one).not.toBe(other)
    expect(one).not.toContain('samme')
  })
  it('fits nobody who has no account', async () => {
    expect(await isPassword('', undefined)).toBe(false)
    expect(await isPassword('anything at all', undefined)).toBe(false)
  })
})
