import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { passports as kb } from './fixtures/passports.ts'
import { readLearnt } from './learnt-file.ts'
import { openReader } from './open-reader.ts'

describe('opening a reader', () => {
  it('reads by retrieval at once, then with what was learnt, and keeps that in the file', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'reader-')), 'learnt.bin')
    const model = openReader(kb, file)
    expect(model.current().id).toBe('retrieval')
    expect(model.current().read('jeg skal have pas').topics[0]?.confidence).toBeGreaterThan(0.5)
    const trained = await model.trained
    expect(trained.id).toBe('linear-one')
    expect(model.current()).toBe(trained)
    expect(await readLearnt(file, 'one')).toBeDefined()
  })

  it('learns anew when the file is broken or of another knowledge base', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'reader-')), 'learnt.bin')
    await writeFile(file, 'half a file')
    await openReader(kb, file).trained
    expect(await readLearnt(file, 'two')).toBeUndefined()
    expect((await readFile(file)).length).toBeGreaterThan(100)
  })

  it('waits with the reader until its time, unless somebody asks', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'reader-')), 'learnt.bin')
    await openReader(kb, file).trained
    const time = Promise.withResolvers<void>()
    const model = openReader(kb, file, { after: time.promise })
    await expect.poll(() => model.id()).toBe('linear-one')
    const asked = model.current()
    expect(asked.id).toBe('linear-one')
    time.resolve()
    expect(await model.trained).toBe(asked)
  })

  it('stops learning when it is told to', async () => {
    const stop = new AbortController()
    const { trained } = openReader(kb, null, { signal: stop.signal })
    stop.abort()
    await expect(trained).rejects.toMatchObject({ code: 'internal-error' })
  })
})
