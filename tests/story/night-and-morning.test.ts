import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { environment } from '#platform/environment.ts'
import { axeFaults } from '#tests/kit/access.ts'
import { openBrowser } from '#tests/kit/browser.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { noteState } from '#tests/kit/note-state.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'
import { citizenAt, phoneAt } from './citizen.ts'
import { deskAt } from './desk.ts'

const STORY_LIMIT_MS = 240_000
/** Where to put pictures of every step; nowhere when it is not set. */
const { STORY_PICTURES: pictures } = environment

it(
  'a night and a morning: citizens are helped at 22, a person takes over at 9, and nobody is lost',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'front-door-story-'))
    const port = await freePort()
    const account = { secret: 'a-secret-for-the-story', token: 'a-token-for-the-story' }
    await using provider = await startGatewayApiFake({
      ...account,
      receiver: 4520001204,
      webhooksAt: () => `http://127.0.0.1:${port}`,
      now: () => new Date().toISOString(),
      pace: { repeatMs: Array(40).fill(500), slowMs: 500, deliverMs: 50 },
    })
    const environment = {
      GATEWAYAPI_SECRET: account.secret,
      GATEWAYAPI_TOKEN: account.token,
      GATEWAYAPI_URL: provider.url,
      SMS_NUMBER: '4520001204',
    }
    let server: RunningServer | undefined
    const start = async (at: string) => {
      server = await startServer({ port, dataDir, environment: { ...environment, AT: at } })
      await server.learnt()
      return server
    }
    await using browser = await openBrowser()
    let step = 0
    const look = async (page: Page, name: string) => {
      step += 1
      if (pictures) {
        await mkdir(pictures, { recursive: true })
        const path = join(pictures, `${String(step).padStart(2, '0')}-${name}.png`)
        await page.screenshot({ path })
      }
      expect(await axeFaults(page), `axe: ${name}`).toEqual([])
      noteState(`the story, ${name}`)
    }

    try {
      // Wednesday evening: somebody arranges a call for Thursday morning that nobody will make.
      const { origin } = await start('2026-06-03T20:00')
      const earlier = citizenAt(await browser.page())
      await earlier.open(origin)
      await earlier.asks('Hvad koster en beboerlicens?')
      await earlier.hears(() => earlier.presses(/Tal med et menneske/))
      await bookCall(earlier, '20 00 04 56', 0)
      await server?.kill()

      // Friday 5 June, 22.00, Grundlovsdag: closed.
      await start('2026-06-05T22:00')
      const chatPage = await browser.page({ viewport: { width: 1280, height: 800 } })
      const citizen = citizenAt(chatPage)
      await citizen.open(origin)
      await look(chatPage, 'notice')
      const answer = await citizen.asks('mit pas er udløbet. Hvordan får jeg et nyt?')
      expect(answer).toMatch(/Borgerservice/)
      await citizen.chat.locator('.source a').first().waitFor()
      await look(chatPage, 'answer')
      expect(await citizen.asks('og hvad koster det?')).toMatch(/891\skr\.\s\(2023\)/)
      await look(chatPage, 'price')

      const phonePage = await browser.page({ viewport: { width: 390, height: 844 } })
      const phone = phoneAt(phonePage)
      await phone.open(origin)
      await phone.texts('hvornår henter I storskrald?')
      const first = await phone.receives(1)
      expect(first.text).toMatch(/robot/)
      expect(first.text.match(/\w+\.dk\/\S+/g)).toHaveLength(1)
      expect(first.fate).toMatch(/^[12] sms/)
      await look(phonePage, 'sms-answer')
      await phone.texts('vi har en gammel sofa')
      await phone.texts('må den stå på fortovet?')
      await phone.receives(2)
      await chatPage.waitForTimeout(5_000)
      expect(await phone.received.count()).toBe(2)

      // The plug is pulled in the middle of the night, right after a question.
      await citizen.writes('hvad skal jeg have med til passet?')
      await citizen.chat.locator('.msg.own', { hasText: 'have med til passet' }).waitFor()
      await server?.kill()
      await start('2026-06-05T22:10')
      await citizen.chat.locator('.msg.bot .answer').nth(2).waitFor()
      expect(await citizen.chat.locator('.msg.bot .answer').count()).toBe(3)
      expect(await citizen.chat.locator('.msg.own').count()).toBe(3)
      const closed = await citizen.asks('kan jeg tale med et menneske')
      expect(closed).toMatch(/lukket/)
      expect(closed).toMatch(/mandag den 8\.\sjuni kl\.\s9/)
      await look(chatPage, 'closed')
      const receipt = await bookCall(citizen, '20 00 01 23', 0)
      expect(receipt).toMatch(/mandag mellem kl\.\s9 og 12/)
      const reference = /\d\d \d\d \d\d \d/.exec(receipt)?.[0] ?? 'no reference'
      await look(chatPage, 'receipt')

      await phone.texts('jeg vil gerne tale med et menneske')
      expect((await phone.receives(3)).text).toMatch(/lukket/)
      await phone.texts('SKRIV')
      expect((await phone.receives(4)).text).toMatch(/reference/)
      await look(phonePage, 'sms-promise')
      await server?.kill()

      // Monday 8 June, 9.00.
      const monday = await start('2026-06-08T09:00')
      const mettePage = await browser.page({ viewport: { width: 1600, height: 1000 } })
      const mette = deskAt(mettePage)
      await mette.enter(monday.signInLink ?? '', 'Mette')
      await mette.list.getByRole('link', { name: /Beboerlicens/ }).waitFor()
      const rows = await mette.list.getByRole('link').allTextContents()
      expect(rows[0]).toMatch(/Beboerlicens/)
      expect(rows.join('\n')).toMatch(/Pas til voksne/)
      await look(mettePage, 'desk-morning')
      await mette.opens(/Pas til voksne/)
      await mette.sees('og hvad koster det?')
      await mette.sees(reference)
      await mette.presses('Vis nummer')
      await mette.sees('20 00 01 23')
      await look(mettePage, 'desk-callback')
      await mettePage.getByLabel('Opsamling').fill('Vejledt om pas og tid.')
      await mette.presses('Fik fat i borgeren')
      await mette.list.getByRole('link', { name: /Pas til voksne/ }).waitFor({ state: 'detached' })

      await mette.opens(/Storskrald/)
      await mette.presses('Tag samtalen')
      await mette.says('Hej. Stil sofaen ud til kantstenen aftenen før.')
      expect((await phone.receives(5)).text).toMatch(/kantstenen/)
      await look(mettePage, 'desk-sms')
      // While she holds it, the bot is silent.
      await phone.texts('hvad koster det?')
      await mette.sees('hvad koster det?')
      await chatPage.waitForTimeout(6_000)
      expect(await phone.received.count()).toBe(5)
      await mette.says('Det koster ikke noget.')
      expect((await phone.receives(6)).text).toMatch(/ikke noget/)
      await mette.presses('Giv til chatbotten')
      await phone.texts('hvordan melder jeg flytning?')
      expect((await phone.receives(7)).text).toMatch(/robotten/)
      expect((await phone.receives(8)).text).toMatch(/flyt/)
      await mette.presses(/^Afslut/)
      await mettePage
        .getByRole('dialog')
        .getByRole('button', { name: /^Afslut/ })
        .click()

      // A third citizen, while two are on; both want the conversation.
      const sara = deskAt(await browser.page({ viewport: { width: 1280, height: 800 } }))
      await sara.enter(await mette.invites('Sara'), 'Sara')
      const thirdPage = await browser.page({ viewport: { width: 320, height: 720 } })
      const third = citizenAt(thirdPage)
      await third.open(origin)
      await third.hears(() => third.presses(/Tal med et menneske/))
      await look(thirdPage, 'queued-320')
      await third.writes('det handler om min adresse')
      const both = [mette, sara]
      for (const desk of both)
        await desk.list
          .getByRole('link', { name: /adresse/ })
          .first()
          .click()
      await Promise.all(both.map((desk) => desk.presses('Tag samtalen').catch(() => {})))
      const accepted = third.chat.getByText(/(Mette|Sara).*er (her|kommet)/).first()
      await accepted.waitFor()
      const winner = (await accepted.textContent())?.includes('Mette') ? mette : sara
      await winner.says('Hej. Hvad kan jeg gøre for dig?')
      await third.chat.locator('.msg.staff', { hasText: 'gøre for dig' }).waitFor()
      await third.writes('jeg skal bare have rettet mit husnummer')
      await winner.sees('jeg skal bare have rettet mit husnummer')
      expect(await third.chat.locator('.msg.staff').count()).toBe(1)
      await look(thirdPage, 'with-staff-320')
      expect(monday.output()).not.toMatch(/20000123|20 00 01 23|storskrald/)
    } catch (error) {
      process.stderr.write(`${server?.output().slice(-4_000)}\n`)
      throw error
    } finally {
      await server?.kill()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
  STORY_LIMIT_MS,
)

async function bookCall(
  citizen: ReturnType<typeof citizenAt>,
  number: string,
  slot: number,
): Promise<string> {
  await citizen.presses(/^Ring til mig/)
  await citizen.chat.getByLabel('Dit telefonnummer').fill(number)
  await citizen.chat.getByRole('radio').nth(slot).check()
  return citizen.hears(() => citizen.presses('Bestil opkald'))
}
