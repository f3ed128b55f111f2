import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, test, vi } from 'vitest'
import { openTown, type Town } from '#channels/sms/testing/town.ts'
import { smallRootWith } from '#knowledge/fixtures/copy.ts'
import { countSegments } from '#platform/sms-segments.ts'

const anna = 4520000123
const soon = { timeout: 5_000, interval: 10 }

describe('fc014 · an escape pair cannot be cut in two by a part’s end', () => {
  test.each([
    ['€', '€'.repeat(80), 1],
    ['€', '€'.repeat(81), 2],
    ['€', '€'.repeat(152), 2],
    ['€', '€'.repeat(153), 3],
    ['å', 'å'.repeat(160), 1],
    ['å', 'å'.repeat(161), 2],
    ['{ and ∞', `${'{'.repeat(60)}∞${'a'.repeat(9)}`, 1],
    ['{ and ∞', `${'{'.repeat(60)}∞${'a'.repeat(10)}`, 2],
    ['a and €', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
    ['a line feed', `${'a'.repeat(159)}\n`, 1],
    ['every extension', '^{}\\[~]|€'.repeat(8) + 'a'.repeat(16), 1],
    ['an emoji', '😀'.repeat(35), 1],
    ['an emoji at the edge', `${'ó'.repeat(66)}😀${'ó'.repeat(66)}`, 3],
  ])('%s: the right number of segments', (_, text, segments) => {
    expect(countSegments(text).segments).toBe(segments)
  })
})

describe('fc015 · one typographic apostrophe doubled the price of every SMS', () => {
  const danish = 'knowledge-base/have/nyttehave.da.md'

  it.each(['det’s fint', '“Ja” – tak…', 'kl.\u00a09', 'Entré á 100 kr.'])(
    'the knowledge check refuses an SMS text with "%s"',
    async (text) => {
      const root = await smallRootWith([danish, SMS_WORDS, text])
      const { code, out } = await check(root)
      expect(code).toBe(1)
      expect(out).toMatch(/nyttehave\.da\.md:\d+: \w+ sms: not in GSM-7: /)
    },
  )

  it.each([
    ['det’s fint', "det's fint"],
    [
      'Du skal bestille tid på kk.dk/bestiltid – det tager 2 minutter…',
      'Du skal bestille tid på kk.dk/bestiltid - det tager 2 minutter...',
    ],
    ['Entré á 100 kr.', 'Entré à 100 kr.'],
    ['“Ja” – 1.250\u00a0kr. – kl. 9–12', '"Ja" - 1.250 kr. - kl. 9-12'],
  ])('staff write "%s" to a citizen: one cheap segment arrives', async (written, arrives) => {
    await using town = await openTown({ answer: () => null })
    await town.provider.text(anna, 'hej')
    town.startSender()
    town.dialogue.says('c1', written)
    await vi.waitFor(() => expect(town.phone(anna)).toEqual([arrives]), soon)
    expect(town.provider.requests[0]?.encoding).toBe('UTF8')
    expect(countSegments(arrives)).toMatchObject({ encoding: 'gsm-7', segments: 1 })
    expect(arrives.match(/\d+|kk\.dk\/\S+/g)).toEqual(written.match(/\d+|kk\.dk\/\S+/g))
  })
})

const SMS_WORDS = 'En nyttehave om året:'
async function check(root: string): Promise<{ code: number; out: string }> {
  const command = join(import.meta.dirname, '../../src/knowledge/check/kb.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [command, 'check', '--root', root, '--year', '2026'], (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    )
  })
}

describe('fc024 · an automatic reply and a robot went on answering each other', () => {
  it.each([
    ['the same words', () => 'Autosvar: Jeg kører bil og svarer senere.'],
    ['a time in them', (n: number) => `Tak for din besked kl. 12:${10 + n}. Vi vender tilbage.`],
    ['a number in them', (n: number) => `Your ticket #88${n}123 has been received.`],
    ['few words', () => 'Besked modtaget'],
  ])(
    '%s: after three of our replies it goes quiet, and the person is answered',
    async (_, says) => {
      await using town = await openTown()
      town.startSender()
      const stop = new AbortController()
      const robot = answerAll(town, says, stop.signal)
      await town.provider.text(anna, 'hej, er I der?')
      await vi.waitFor(() => expect(notes(town)).toHaveLength(1), soon)
      // The reply to the person, and three to the machine.
      expect(town.phone(anna)).toHaveLength(4)
      await town.provider.text(anna, 'hej, hvornår åbner I?')
      const answer = 'Svar på: hej, hvornår åbner I?'
      await vi.waitFor(() => expect(town.phone(anna)).toContain(answer), soon)
      await vi.waitFor(() => expect(notes(town)).toHaveLength(2), soon)
      stop.abort()
      await robot
      expect(town.phone(anna)).toHaveLength(5)
      expect(town.logged.join('')).not.toMatch(/20000123|modtaget|bil/)
    },
  )
})

function notes(town: Town): string[] {
  return town.logged.filter((line) => line.includes('machine that repeats itself'))
}

/** A phone that answers each text it gets, as quickly as it can. */
async function answerAll(
  town: Town,
  says: (n: number) => string,
  signal: AbortSignal,
): Promise<void> {
  for (let answered = 0; !signal.aborted; ) {
    if (town.phone(anna).length > answered) await town.provider.text(anna, says(++answered))
    else await wait(10)
  }
}
