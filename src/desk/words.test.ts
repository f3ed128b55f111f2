import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { deskWords } from './words.ts'

const folders = ['.', 'browser', 'staff-page', 'search', 'switches', 'special-days', 'feedback']
const files = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, import.meta.url))
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8')),
)
const used = files.flatMap((code) =>
  [...code.matchAll(/'((?:[a-z]+(?:-[a-z]+)*)\.[a-z]+(?:-[a-z]+)*)'/g)].map(
    ([, name]) => name ?? '',
  ),
)
const firstWords = new Set(Object.keys(deskWords).map((name) => name.split('.')[0]))

it('has words for every name that a page uses', () => {
  const unknown = used.filter(
    (name) => firstWords.has(name.split('.')[0] ?? '') && !(name in deskWords),
  )
  expect(unknown).toEqual([])
})

it('fills the same places in both languages', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted().join()
  const uneven = Object.entries(deskWords).filter(([, { da, en }]) => places(da) !== places(en))
  expect(uneven).toEqual([])
})
