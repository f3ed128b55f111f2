import { expect, it } from 'vitest'
import { isLoopback, readConfig } from './config.ts'

const problemsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

it.each(['2026-02-31T10:00', '2026-06-05T25:00', '2026-06-05', 'i morgen', '2026-06-05T22:00Z'])(
  'a clock that starts at %s is a mistake in words',
  (AT) => expect(problemsOf({ AT })).toMatch(/AT: is Copenhagen time such as/),
)

it('a clock starts at Copenhagen time', () => {
  expect(readConfig({ AT: '2026-06-05T22:00' }).startAt).toBe('2026-06-05T20:00:00.000Z')
})

it.each(['https://www.kk.dk/', 'www.kk.dk', 'https://*.kk.dk/x', 'javascript:alert(1)', 'null'])(
  '%s is no origin',
  (CHAT_ORIGINS) => expect(problemsOf({ CHAT_ORIGINS })).toMatch(/CHAT_ORIGINS: /),
)

it('origins are a list', () => {
  const CHAT_ORIGINS = 'https://www.kk.dk, http://localhost:3000'
  expect(readConfig({ CHAT_ORIGINS }).chatOrigins).toEqual([
    'https://www.kk.dk',
    'http://localhost:3000',
  ])
})

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.0.0.1.evil.example', false],
  ['10.127.0.0', false],
])('%s is of this machine alone: %s', (host, is) => expect(isLoopback(host)).toBe(is))
