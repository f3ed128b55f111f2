import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { environment } from '#platform/environment.ts'
import { rooms, ways } from '#tests/kit/access.ts'
import { openBrowser } from '#tests/kit/browser.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { noteState } from '#tests/kit/note-state.ts'
import { startServer } from '#tests/kit/start-server.ts'
import { deskAt } from './desk.ts'
import { faultsWithoutScript, noJsCitizenAt } from './no-js-citizen.ts'

const STORY_LIMIT_MS = 240_000
const { STORY_PICTURES: pictures } = environment
const where = rooms.map(({ width, height }) => `${width} × ${height}`).join(', ')

describe('a citizen without JavaScript, axe and layout at every step at 320 px, at 400 % zoom and at 1280 px', () => {
  it(
    'at night: empty, answer, choice, error, person offered, callback form, wrong number, receipt, file, English, delete, deleted',
    async () => {
      await using house = await open('2026-06-05T22:00')
      const { citizen, page, look } = house
      await citizen.opens()
      await look('empty', 'Spørg kommunen')
      await citizen.asks('hvordan får jeg et nyt pas')
      await look('answer', 'Svar til dig – Spørg kommunen')
      expect(page.url()).toMatch(/\/chat#nyeste$/)
      expect(await citizen.newest.textContent()).toContain('Borgerservice')
      expect(await citizen.presses(/^Hvad koster/)).toMatch(/2023/)
      await look('choice', 'Svar til dig – Spørg kommunen')
      await citizen.presses('Nej')
      await page.getByLabel('Hvad manglede?').fill('prisen for børn')
      await citizen.presses('Send kommentar')
      await look('opinion', 'Svar til dig – Spørg kommunen')
      await citizen.presses('Send')
      await look('error', 'Fejl: Svar til dig – Spørg kommunen')
      expect(await citizen.presses('Tal med et menneske')).toMatch(/lukket/)
      await look('person-at-night', 'Svar til dig – Spørg kommunen')
      await citizen.presses('Ring til mig')
      await look('callback-form', 'Svar til dig – Spørg kommunen')
      await page.getByLabel('Dit telefonnummer').fill('33 66 33 6')
      await citizen.chooses(0)
      await citizen.presses('Bestil opkald')
      await look('callback-error', 'Fejl: Svar til dig – Spørg kommunen')
      expect(await page.getByLabel('Dit telefonnummer').inputValue()).toBe('33 66 33 6')
      expect(await page.getByRole('radio').first().isChecked()).toBe(true)
      await page.getByLabel('Dit telefonnummer').fill('20 00 01 23')
      const receipt = await citizen.presses('Bestil opkald')
      expect(receipt).toMatch(/Vi ringer mandag mellem kl\.\s9 og 12/)
      await look('receipt', 'Opkaldet er bestilt – Spørg kommunen')
      const reference = /\d\d \d\d \d\d \d/.exec(receipt)?.[0] ?? 'no reference'

      const file = await citizen.saves('Hent samtalen som fil')
      expect(file.name).toBe('samtale.txt')
      expect(file.text).toContain('Du skrev:\nhvordan får jeg et nyt pas')
      expect(file.text).toContain(`Reference: ${reference}`)

      await citizen.follows('English')
      await look('English', 'The call is booked – Ask the City')
      await citizen.follows('Dansk')
      await citizen.follows('Slet min samtale')
      await look('delete', 'Vil du slette samtalen? – Spørg kommunen')
      expect(await page.locator('main').textContent()).toMatch(/vi kan ikke ringe|kan ikke ringe/)
      await citizen.presses('Slet samtalen')
      await look('deleted', 'Din samtale er slettet – Spørg kommunen')
      expect(await page.content()).not.toContain('hvordan får jeg et nyt pas')
    },
    STORY_LIMIT_MS,
  )

  it(
    'by day: crisis, queued, nothing new, staff answers, with staff, closed, a new conversation',
    async () => {
      await using house = await open('2026-06-08T10:00')
      const { citizen, look, browser, signInLink } = house
      const desk = await browser.page({ viewport: { width: 1600, height: 1000 } })
      const mette = deskAt(desk)
      await mette.enter(signInLink, 'Mette')
      await citizen.opens()
      expect(await citizen.asks('jeg vil ikke leve mere')).toMatch(/112/)
      await look('crisis', 'Svar til dig – Spørg kommunen')
      await citizen.presses('Tal med et menneske')
      await look('queued', 'Du står i kø – Spørg kommunen')
      await citizen.presses('Se, om der er svar')
      expect(await citizen.newest.textContent()).toMatch(/Der var ikke noget nyt kl\. 10\.\d\d/)
      await look('nothing-new', 'Du står i kø – Spørg kommunen')

      await mette.list.getByRole('link').first().click()
      await mette.presses('Tag samtalen')
      await mette.says('Hej. Jeg er her nu.')
      await citizen.presses('Se, om der er svar')
      expect(await citizen.newest.textContent()).toMatch(/2 nye beskeder/)
      await look('staff-answers', 'Mette har svaret – Spørg kommunen')
      await citizen.asks('tak, det hjælper')
      await mette.sees('tak, det hjælper')
      await look('with-staff', 'Mette er her – Spørg kommunen')
      await mette.presses(/^Afslut/)
      await desk
        .getByRole('dialog')
        .getByRole('button', { name: /^Afslut/ })
        .click()
      await expect
        .poll(async () => {
          await citizen.looksAgain()
          return citizen.title()
        })
        .toBe('Samtalen er slut – Spørg kommunen')
      await look('closed', 'Samtalen er slut – Spørg kommunen')
      await citizen.presses('Start en ny samtale')
      await look('new', 'Spørg kommunen')
    },
    STORY_LIMIT_MS,
  )
})

/** The house at a time in Copenhagen, a citizen without scripts in it, and a way to look at each page. */
async function open(at: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'front-door-no-js-'))
  const server = await startServer({ port: await freePort(), dataDir, environment: { AT: at } })
  await server.learnt()
  const browser = await openBrowser()
  const page = await browser.page({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 720 },
  })
  const checker = await browser.page()
  let step = 0
  return {
    page,
    browser,
    signInLink: server.signInLink ?? '',
    citizen: noJsCitizenAt(page, server.origin),
    async look(name: string, title: string) {
      step += 1
      expect(await page.title(), name).toBe(title)
      expect(await faultsWithoutScript(page, checker), name).toEqual([])
      noteState(`/chat without a script, ${name}, ${where}, ${ways}`)
      for (const size of pictures ? rooms : []) {
        await checker.setViewportSize(size)
        await picture(checker, `no-js-${at.slice(8, 10)}-${step}-${name}`, size.width)
      }
    },
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]()
      await server.kill()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function picture(page: Page, name: string, width: number): Promise<void> {
  await mkdir(pictures ?? '', { recursive: true })
  await page.screenshot({ path: join(pictures ?? '', `${name}-${width}.png`), fullPage: true })
}
