import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadQueues, queuesFile } from './load-queues.ts'
import { SpecialDayEntry } from './periods.ts'

describe('queues.yaml', () => {
  it('gives every queue of the city, weekdays from 9 to 16 as an example', async () => {
    const { queues, defaultQueue } = await loadQueues(queuesFile(process.cwd()))
    expect([...queues.keys()]).toEqual([
      'borgerservice',
      'boern-unge',
      'teknik-miljoe',
      'social',
      'sundhed',
      'beskaeftigelse',
      'erhverv',
    ])
    expect(defaultQueue).toBe('borgerservice')
    expect(queues.get('social')?.week[4]).toEqual([{ from: 540, to: 960 }])
    expect(queues.get('social')?.week[5]).toEqual([])
  })

  it.each([
    ['hours: { mon: ["9-16"] }', 'hours look like 09:00-16:00'],
    ['hours: { moon: ["09:00-16:00"] }', 'moon'],
    ['hours: { mon: ["09:00-25:00"] }', 'hours look like'],
    ['hours: { mon: ["24:00-02:00"] }', 'hours look like'],
    ['hours: { mon: ["00:00-23:59"] }', 'write 24:00'],
    ['hours: { mon: ["09:00-09:00"] }', 'day and night is 00:00-24:00'],
    ['hours: { mon: ["09:00-12:00", "11:00-15:00"] }', 'overlap'],
    ['hours: { sat-mon: ["09:00-12:00"] }', 'sat-mon'],
    ['hours: { sun-tue: ["09:00-12:00"] }', 'earlier to a later day'],
  ])('is refused with %s', async (hours, message) => {
    const file = join(await mkdtemp(join(tmpdir(), 'queues-')), 'queues.yaml')
    const queue = `  q:\n    name: { da: Q, en: Q }\n    example: true\n    ${hours}\n`
    await writeFile(file, `default: q\nqueues:\n${queue}`)
    await expect(loadQueues(file)).rejects.toThrow(message)
  })
})

describe('a special day', () => {
  it('is closed or has its own hours', () => {
    const day = { date: '2026-06-09', queue: 'all', hours: ['22:00-02:00'], note: 'nat' }
    expect(SpecialDayEntry.parse(day).hours).toEqual([{ from: 1320, to: 1560 }])
    expect(SpecialDayEntry.safeParse({ ...day, hours: [] }).success).toBe(false)
    expect(SpecialDayEntry.safeParse({ ...day, date: '2026-06-31' }).success).toBe(false)
  })
})
