import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { passports as kb } from './fixtures/passports.ts'
import { learn } from './learn.ts'
import { bytesOf, readLearnt, writeLearnt } from './learnt-file.ts'
import { createReader, type Reader } from './reader.ts'
import { buildIndex, materialOf } from './reading-index.ts'

const texts = ['Jeg skal have nyt pas', 'new passport', 'pasudlob i mrogen', 'vejret', '']
const learnt = learn(kb)

it('a reader from the file reads like the one that was built', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'learnt-')), 'learnt.bin')
  await writeLearnt(file, bytesOf(learnt))
  const fromFile = await readLearnt(file, kb.version)
  expect(fromFile).toEqual(learnt)
  expect(readings(createReader(kb, fromFile ?? null))).toEqual(readings(createReader(kb, learnt)))
})

it('what is looked up is as if nothing had been learnt from: noisy copies are not known', () => {
  expect(learnt.index).toEqual(buildIndex(kb, materialOf(kb)))
})

function readings({ read, rankParts, familiarity, languageOf, topicsOf }: Reader) {
  return texts.map((text) => ({
    ranked: read(text).ranked,
    parts: rankParts(text, 'pas'),
    familiarity: familiarity(text),
    language: languageOf(text),
    topics: text.split(' ').map((word) => [...topicsOf(word)]),
  }))
}
