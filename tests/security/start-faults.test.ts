import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { freePort } from '#tests/kit/free-port.ts'
import { runToEnd } from './run-to-end.ts'

const folder = mkdtempSync(join(tmpdir(), 'front-door-faults-'))
const ROOT = join(import.meta.dirname, '../..')
const MAIN = 'src/start.js'
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One line for whoever starts it: a code, what happened, what to do; no stack. */
function expectClear({ code, said }: { code: number | null; said: string }, says: RegExp) {
  expect(code).toBe(1)
  expect(said).toMatch(says)
  expect(said).not.toMatch(/^\s+at /m)
  expect(said).not.toMatch(/\[object|Error:/)
}

function copyOfProduct(): string {
  const root = mkdtempSync(join(folder, 'product-'))
  for (const part of ['src', 'channels', 'knowledge-base', 'intents', 'package.json'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  return root
}

describe('a start that cannot be', () => {
  it('lists every mistake of the configuration at once, and quotes no secret', async () => {
    const ended = await runToEnd(MAIN, {
      PORT: 'http',
      LOG_LEVEL: 'loud',
      AT: '2026-02-31T25:00',
      CHAT_ORIGINS: 'https://www.kk.dk/borger,javascript:alert(1)',
      TRUST_PROXY: 'maybe',
      INTERPRET_LIMIT_MS: '5',
      GATEWAYAPI_SECRET: 'too-short',
      GATEWAYAPI_URL: 'ftp://provider.example',
      DATA_DIR: join(folder, 'never'),
    })
    expectClear(ended, /^config-invalid: The configuration has 10 problems:/)
    for (const name of [
      ...['PORT', 'LOG_LEVEL', 'AT', 'CHAT_ORIGINS', 'TRUST_PROXY', 'INTERPRET_LIMIT_MS'],
      ...['GATEWAYAPI_SECRET', 'GATEWAYAPI_URL'],
    ])
      expect(ended.said).toMatch(new RegExp(`^  ${name}: \\S`, 'm'))
    expect(ended.said).toMatch(/go together: set all or none/)
    expect(ended.said).not.toContain('too-short')
    expect(existsSync(join(folder, 'never'))).toBe(false)
  })

  it('for other machines without an account, and with unverified articles, says both', async () => {
    const DATA_DIR = join(folder, 'open')
    const ended = await runToEnd(MAIN, { HOST: '0.0.0.0', NODE_ENV: 'production', DATA_DIR })
    expectClear(ended, /^config-invalid: The configuration has 2 problems:/)
    expect(ended.said).toMatch(/HOST: nobody has an account .* HOST=127\.0\.0\.1/)
    expect(ended.said).toMatch(/ALLOW_UNVERIFIED: \d+ articles/)
  })

  it('on a port that is taken', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    try {
      const ended = await runToEnd(MAIN, { PORT: String(port), DATA_DIR: join(folder, 'taken') })
      expectClear(ended, new RegExp(`^port-taken: Port ${port} is taken .* PORT=`))
    } finally {
      other.close()
    }
  })

  it('in a folder that cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '')
    const ended = await runToEnd(MAIN, { DATA_DIR: join(folder, 'a-file', 'data') })
    expectClear(ended, /^data-unwritable: .* own the folder/)
  })

  it('on a database of a later release, which is left as it is', async () => {
    const DATA_DIR = mkdtempSync(join(folder, 'newer-'))
    const file = join(DATA_DIR, 'front-door.db')
    const database = new DatabaseSync(file)
    database.exec('CREATE TABLE later (x); PRAGMA user_version = 99')
    database.close()
    const before = readFileSync(file)
    expectClear(await runToEnd(MAIN, { DATA_DIR }), /^data-newer: .* version 99/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('on a file that is no database, which is left as it is', async () => {
    const DATA_DIR = mkdtempSync(join(folder, 'damaged-'))
    const file = join(DATA_DIR, 'front-door.db')
    writeFileSync(file, 'this is a letter, not a database '.repeat(200))
    const before = readFileSync(file)
    expectClear(await runToEnd(MAIN, { DATA_DIR }), /^storage-failed: .* backup/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('with half an address key, which is not replaced', async () => {
    const DATA_DIR = mkdtempSync(join(folder, 'key-'))
    writeFileSync(join(DATA_DIR, 'address-key'), 'half')
    expectClear(await runToEnd(MAIN, { DATA_DIR, PORT: '0' }), /^data-unwritable: .*address-key/)
    expect(readFileSync(join(DATA_DIR, 'address-key'), 'utf8')).toBe('half')
  })

  it('with broken articles names every file and line', async () => {
    const root = copyOfProduct()
    const article = join(root, 'knowledge-base/borgerservice/pas-voksne.da.md')
    const text = readFileSync(article, 'utf8')
    writeFileSync(article, text.replace(/^title:.*$/m, 'titel: Pas'))
    appendFileSync(join(root, 'intents/conversation.yaml'), '\n  - : [')
    const DATA_DIR = join(folder, 'articles')
    const ended = await runToEnd(MAIN, { DATA_DIR }, { root })
    expectClear(ended, /^article-broken: /)
    expect(ended.said).toMatch(/pas-voksne\.da\.md/)
    expect(ended.said).toMatch(/conversation\.yaml/)
    expect(ended.said).not.toContain(root)
  })
})
