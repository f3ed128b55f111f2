import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const channels = readdirSync(join(ROOT, 'channels'))

describe('I5 a channel knows the engine and nothing beside it', () => {
  it('as the linter says of every room', () => {
    const biome = join(ROOT, 'node_modules/.bin/biome')
    const lint = [
      'lint',
      '--only=style/noRestrictedImports',
      '--max-diagnostics=50',
      'src',
      'channels',
    ]
    const { stdout, stderr } = spawnSync(biome, lint, { cwd: ROOT, encoding: 'utf8' })
    expect(stdout + stderr).toMatch(/Checked \d\d+ files/)
    expect(`${stdout}${stderr}`.match(/\S+ lint\/style\/noRestrictedImports/g) ?? []).toEqual([])
  })

  it.each(channels)('as the imports of %s say', (channel) => {
    // What only tests import is no part of the product.
    const own = ['#tests/', '#conversation/', '#dialogue/', '#platform/', `#channels/${channel}/`]
    const foreign = filesOf(channel).flatMap((file) => {
      const text = readFileSync(join(ROOT, 'channels', channel, file), 'utf8')
      return [...text.matchAll(/(?:from|import)\s*\(?\s*'([.#][^']+)'/g)]
        .map(([, from = '']) => from)
        .filter((from) => !from.startsWith('./') && !own.some((room) => from.startsWith(room)))
        .map((from) => `${file}: ${from}`)
    })
    expect(foreign).toEqual([])
  })
})

function filesOf(channel: string): string[] {
  return readdirSync(join(ROOT, 'channels', channel), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.') && !file.includes('testing/'),
  )
}
