import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { errorCodes } from '#platform/errors.ts'

const page = await readFile(join(import.meta.dirname, '../../docs/errors.md'), 'utf8')
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (\d{3}|–) \|/gm)].map(([, code, status]) => ({
  code,
  status,
}))

it('every error code stands in docs/errors.md, and no other', () => {
  expect(rows.map(({ code }) => code).sort()).toEqual(Object.keys(errorCodes).sort())
})

it('docs/errors.md tells the status that a code is answered with', () => {
  const wrong = rows.filter(
    ({ code, status }) =>
      status !== '–' && Number(status) !== errorCodes[code as keyof typeof errorCodes],
  )
  expect(wrong).toEqual([])
})
