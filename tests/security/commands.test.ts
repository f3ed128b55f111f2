import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { openSqlite } from '#storage/open-sqlite.ts'
import { runToEnd } from './run-to-end.ts'

const folder = mkdtempSync(join(tmpdir(), 'front-door-commands-'))
const DATA_DIR = join(folder, 'data')
beforeAll(async () => {
  const path = join(DATA_DIR, 'front-door.db')
  await openSqlite({ path, views: [], outboxChannels: [], clock: systemClock }).close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a command that is given nonsense', () => {
  it.each([
    ['switch', ['off', 'pas-paa-maanen', 'x'], 2, /no article "pas-paa-maanen"/],
    ['switch', ['sluk', 'bot', 'x'], 2, /neither off nor on/],
    ['switch', ['off', 'bot', '  '], 2, /Say why/],
    ['switch', ['--force', 'bot'], 1, /--force/],
    ['erase', [], 2, /^Usage/],
    ['erase', ['12 34 56 7', ' '], 2, /^Usage/],
    ['erase', ["' OR 1=1 --", 'x'], 1, /Nothing was erased/],
    ['erase', ['../../etc', 'x'], 1, /Nothing was erased/],
  ])('%s %j says so, and changes nothing', async (command, args, code, says) => {
    const ended = await runToEnd(`src/commands/${command}.ts`, { DATA_DIR }, { args })
    expect(ended.said).toMatch(says)
    expect(ended.said).not.toMatch(/^\s+at /m)
    expect(ended.code).toBe(code)
    expect((await runToEnd('src/commands/switch.ts', { DATA_DIR })).said).toBe('everything is on\n')
  })

  it.each(['switch', 'erase'])(
    '%s makes no house of its own in a wrong folder',
    async (command) => {
      const wrong = join(folder, 'wrong')
      const args = command === 'switch' ? ['off', 'bot', 'prisen er forkert'] : ['1234567', 'x']
      const ended = await runToEnd(`src/commands/${command}.ts`, { DATA_DIR: wrong }, { args })
      expect(ended).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^not-found: .*DATA_DIR/),
      })
      expect(existsSync(wrong)).toBe(false)
    },
  )
})

it('a bad line among questions is answered with what is wrong, and the rest goes on', async () => {
  const lines = [
    'ikke json',
    '{"id":"a"}',
    '{"id":"b","text":"x","turns":["y"]}',
    '{"id":"c","text":7}',
    '{"id":"d","text":"x","at":"i morgen"}',
    '[]',
    'null',
    '\u0000',
    '{"id":"e","text":""}',
    JSON.stringify({ id: 'f', text: 'pas '.repeat(100_000) }),
    '{"id":"g","text":"hvad koster et pas?","mere":1}',
  ]
  const { code, said } = await runToEnd('src/commands/ask.ts', {}, { input: lines.join('\n') })
  expect(code).toBe(0)
  const answers = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(answers).toHaveLength(lines.length)
  for (const answer of answers.slice(0, 8)) expect(answer).toHaveProperty('error')
  expect(answers[10]).toMatchObject({ id: 'g', articles: ['pas-voksne'] })
})
