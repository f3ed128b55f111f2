import { describe, expect, it } from 'vitest'
import { isAllowedOrigin } from './origin.ts'

describe('the origin of a request', () => {
  const own = 'front.example:8080'
  it('is allowed when it is the page on this very server', () => {
    expect(isAllowedOrigin({ origin: 'http://front.example:8080', host: own }, 'same')).toBe(true)
    expect(isAllowedOrigin({ origin: 'https://FRONT.example:8080', host: own }, 'same')).toBe(true)
  })
  it.each([
    undefined,
    'null',
    'https://evil.example',
    'http://front.example',
    'file://',
    'nonsense',
    'http://front.example:8080.evil.example',
  ])('is refused for %s', (origin) => {
    expect(isAllowedOrigin({ origin, host: own }, 'same')).toBe(false)
    expect(isAllowedOrigin({ origin, host: own }, ['https://www.kk.dk'])).toBe(false)
  })
  it('is allowed when it is on the list, and the own host only when the list says so', () => {
    expect(isAllowedOrigin({ origin: 'https://www.kk.dk', host: own }, ['https://www.kk.dk'])).toBe(
      true,
    )
    expect(
      isAllowedOrigin({ origin: 'http://front.example:8080', host: own }, ['https://www.kk.dk']),
    ).toBe(false)
    expect(
      isAllowedOrigin({ origin: 'http://front.example:8080', host: own }, [
        'https://www.kk.dk',
        'same',
      ]),
    ).toBe(true)
  })
})
