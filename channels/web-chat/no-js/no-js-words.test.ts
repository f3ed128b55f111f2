import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { noJsWords, sayIn } from './no-js-words.ts'

const code = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n')

it('every word that a page without a script asks for is there, in both languages', () => {
  const asked = [...code.matchAll(/\bsay\(\s*'([\w-]+)'/g)].map(([, key]) => key ?? '')
  expect(asked.length).toBeGreaterThan(50)
  for (const key of asked) {
    expect(() => sayIn('da')(key), key).not.toThrow()
    expect(() => sayIn('en')(key), key).not.toThrow()
  }
})

it('no word of the page is there in vain, and none has other gaps in English', () => {
  const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
  for (const [key, { da, en }] of Object.entries(noJsWords)) {
    expect(code.includes(`'${key}'`), key).toBe(true)
    expect({ key, gaps: gaps(en) }).toEqual({ key, gaps: gaps(da) })
  }
})
