import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '#tests/kit/access.ts'
import { openBrowser } from '#tests/kit/browser.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { keyboardAt } from '#tests/kit/keyboard.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'

describe('a night at the chat, by keyboard alone', () => {
  let dataDir: string
  let server: RunningServer
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'front-door-keyboard-'))
    const environment = { AT: '2026-06-05T22:00' }
    server = await startServer({ port: await freePort(), dataDir, environment })
    await server.learnt()
  })
  afterAll(async () => {
    await server.kill()
    await rm(dataDir, { recursive: true, force: true })
  })

  it.each([
    ['on a desktop', { width: 1280, height: 800 }, /^Skriv til os/],
    // There the field is far below the notice, which is to be read first.
    ['at 400 % zoom', { width: 320, height: 256 }, /^Spørg kommunen/],
  ])(
    '%s: from the question to the receipt and the file, with the focus always in sight',
    async (_, viewport, opensAt) => {
      await using browser = await openBrowser()
      const page = await browser.page({ viewport })
      const keys = keyboardAt(page)
      const chat = page.locator('kk-chat')
      await page.goto(server.origin)
      await chat.locator('#launch').waitFor()

      await keys.goesTo(/^Spørg kommunen/)
      await keys.press('Enter')
      await keys.isAt(opensAt)
      await keys.press('Shift+Tab')
      await keys.goesTo(/^Skriv til os/)
      await keys.types('pas')
      await keys.press('Enter')
      const choices = chat.locator('.choices button')
      await choices.nth(1).waitFor()
      await keys.goesTo(named((await choices.first().textContent()) ?? ''), 'Shift+Tab')
      await keys.press('Enter')
      await chat.locator('.source a').waitFor()
      await keys.isAt(/^Skriv til os/)
      await keys.types('hvad koster det?')
      await keys.look()
      await keys.press('Enter')
      await chat.locator('.source a').nth(1).waitFor()

      await keys.goesTo(/^Ja$/, 'Shift+Tab')
      await keys.press('Enter')
      await keys.isAt(/^Tak\. Vores medarbejdere/)

      await keys.goesTo(/^Tal med et menneske/)
      await keys.press('Enter')
      await chat.getByRole('button', { name: /^Ring til mig/ }).waitFor()
      await keys.goesTo(/^Ring til mig/, 'Shift+Tab')
      await keys.press('Enter')
      await chat.getByLabel('Dit telefonnummer').waitFor()
      await keys.goesTo(/^Dit telefonnummer/, 'Shift+Tab')
      await keys.types('20 00 01 2')
      await keys.goesTo(/kl\.\s9/)
      await keys.press('Space')
      await keys.goesTo(/^Bestil opkald/)
      await keys.press('Enter')
      await chat.getByText('Nummeret har kun 7 cifre. Skriv alle otte.').waitFor()
      await keys.isAt(/^Dit telefonnummer/)
      await keys.press('End')
      await keys.types('3')
      await keys.press('Enter')
      await chat.locator('.receipt').waitFor()
      expect(await chat.locator('.receipt').textContent()).toMatch(/det, der ender på 23/)

      await keys.goesTo(/^Indstillinger/, 'Shift+Tab')
      await keys.press('Enter')
      await page.keyboard.press('Tab')
      await keys.goesTo(/^Kortere svar med enkle ord/)
      await keys.press('Space')
      await keys.goesTo(/^Hent samtalen som fil/)
      const [file] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')])
      expect(await readFile(await file.path(), 'utf8')).toContain('hvad koster det?')
      expect(await axeFaults(page)).toEqual([])
      await keys.press('Escape')
      await keys.isAt(/^Indstillinger/)
      await chat.getByRole('button', { name: 'Vis hele svaret' }).first().waitFor()
      await keys.press('Escape')
      await keys.isAt(/^Spørg kommunen/)
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(keys.stops.length).toBeGreaterThan(30)
    },
  )
})

function named(label: string): RegExp {
  return new RegExp(`^${RegExp.escape(label.trim())}`)
}
