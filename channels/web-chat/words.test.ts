import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { words } from './server-words.ts'

const source = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8'))
    .join('\n')

describe('the words of the chat', () => {
  const code = source('browser/') + source('./')
  const built = ['size-', 'choices-count-']

  it('are all there', () => {
    const asked = [...code.matchAll(/\b(?:say|words)\(\s*'([\w-]+)'/g)].map(([, key]) => key ?? '')
    expect(asked.length).toBeGreaterThan(60)
    expect(asked.filter((key) => words.widget[key] === undefined)).toEqual([])
    const onPage = [...code.matchAll(/\bt\('([\w-]+)'\)/g)].map(([, key]) => key ?? '')
    expect(onPage.filter((key) => words.page[key] === undefined)).toEqual([])
  })

  it('are all used', () => {
    const keys = [...Object.keys(words.widget), ...Object.keys(words.page)]
    const unused = keys.filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !code.includes(`{ ${key}:`) &&
        !built.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  it('have the same gaps to fill in both languages', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const [key, { da, en }] of Object.entries(words.widget)) {
      expect({ key, gaps: gaps(en) }).toEqual({ key, gaps: gaps(da) })
    }
  })
})
