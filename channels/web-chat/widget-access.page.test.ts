import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessFaults, rooms, ways } from '#tests/kit/access.ts'
import { findChromium, launchChromium } from '#tests/kit/chromium.ts'
import { noteState } from '#tests/kit/note-state.ts'
import { type ChatStage, startChatStage } from './testing/chat-stage.ts'
import { giveVoice } from './testing/fake-voice.ts'
import { openWidgetPage, type WidgetPage } from './testing/widget-page.ts'

const loose = {
  saysPerCitizen: { capacity: 1000, perSecond: 1000 },
  saysPerAddress: { capacity: 1000, perSecond: 1000 },
  connectionsPerAddress: { capacity: 1000, perSecond: 1000 },
}
type Bring = (chat: WidgetPage, stage: ChatStage) => Promise<unknown>

const press = ({ page }: WidgetPage, name: string) => page.getByRole('button', { name }).click()
const queue: Bring = async (chat) => {
  await chat.say('menneske, jeg vil i kø')
  await chat.page.getByText('Du er i køen. 2 foran dig').waitFor()
}
const staff: Bring = async (chat, stage) => {
  await queue(chat, stage)
  stage.dialogue.staffJoins(stage.dialogue.last(), 'Mette')
  stage.dialogue.staffSays(stage.dialogue.last(), 'Mette', 'Hej. Hvad drejer det sig om?')
  await chat.log.getByText('Hvad drejer det sig om').waitFor()
}
const form: Bring = async (chat) => {
  await chat.say('call-me')
  await chat.page.getByLabel('Dit telefonnummer').waitFor()
}
const answer: Bring = async (chat) => {
  await chat.say('pas')
  await chat.page.getByRole('group', { name: 'Hjalp svaret?' }).waitFor()
}

/** How each state comes about; the names are listed in the output. */
const states: readonly (readonly [string, Bring])[] = [
  ['empty', async ({ log }) => log.getByText('Andre spørger om').waitFor()],
  ['an answer that can be read aloud', answer],
  [
    'an answer that did not help',
    async (chat, stage) => {
      await answer(chat, stage)
      await press(chat, 'Nej')
      await press(chat, 'Send kommentar')
      await chat.page.getByText('eller vælg »Nej tak«').waitFor()
    },
  ],
  [
    'choices',
    async (chat) => {
      await chat.say('kort')
      await chat.page.getByRole('button', { name: 'Opholdskort' }).waitFor()
    },
  ],
  [
    'slow',
    async (chat, stage) => {
      stage.dialogue.pace.answerMs = 60_000
      await chat.say('pas')
      await chat.log.getByText('Det tager lidt længere').waitFor()
    },
  ],
  [
    'broken',
    async (chat) => {
      await chat.say('fejl')
      await chat.page.getByRole('button', { name: 'Prøv igen' }).waitFor()
    },
  ],
  [
    'unsent',
    async (chat, stage) => {
      stage.dialogue.pace.fails = true
      await chat.say('pas')
      await chat.page.getByRole('button', { name: 'Send igen' }).waitFor()
    },
  ],
  [
    'offline',
    async (chat) => {
      await chat.page.context().setOffline(true)
      await chat.page.locator('kk-chat .chat-strip').waitFor()
    },
  ],
  [
    'crisis',
    async (chat) => {
      await chat.say('jeg vil ikke leve')
      await chat.page.getByRole('link', { name: /Livslinien/ }).waitFor()
    },
  ],
  [
    'a person, closed',
    async (chat) => {
      await chat.say('menneske')
      await chat.page.getByRole('button', { name: 'Ring til mig' }).waitFor()
    },
  ],
  ['the callback form', form],
  [
    'faults in the callback form',
    async (chat, stage) => {
      await form(chat, stage)
      await chat.page.getByLabel('Dit telefonnummer').fill('123')
      await press(chat, 'Bestil opkald')
      await chat.log.getByText('Vælg et tidspunkt.').waitFor()
    },
  ],
  [
    'receipt',
    async (chat, stage) => {
      await form(chat, stage)
      await chat.page.getByLabel('Dit telefonnummer').fill('20 00 01 23')
      await chat.page.getByLabel('Mandag 8. juni kl. 9–12').check()
      await press(chat, 'Bestil opkald')
      await chat.log.getByText('48 21 93 7').waitFor()
    },
  ],
  ['queued', queue],
  [
    'with staff who write',
    async (chat, stage) => {
      await staff(chat, stage)
      stage.dialogue.staffWrites(stage.dialogue.last(), true)
      await chat.page.locator('kk-chat .chat-foot').getByText('Mette skriver …').waitFor()
    },
  ],
  [
    'the holder is offline',
    async (chat, stage) => {
      await staff(chat, stage)
      const id = stage.dialogue.last()
      stage.dialogue.tells(id, 'holder-lost', 'Mette', 'Mette har mistet forbindelsen. Vent lidt.')
      await chat.log.getByText('har mistet forbindelsen').waitFor()
    },
  ],
  [
    'idle',
    async (chat, stage) => {
      await answer(chat, stage)
      stage.dialogue.notices(stage.dialogue.last(), 'Er du her stadig? Samtalen lukker snart.')
      await chat.log.getByText('Er du her stadig?').waitFor()
    },
  ],
  [
    'closed by staff',
    async (chat, stage) => {
      await staff(chat, stage)
      stage.dialogue.closes(stage.dialogue.last(), 'Mette')
      await chat.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor()
    },
  ],
  [
    'settings',
    async (chat, stage) => {
      await answer(chat, stage)
      await press(chat, 'Indstillinger')
      await chat.page.getByRole('switch', { name: 'Læs svar højt' }).waitFor()
    },
  ],
  ['who reads it', (chat) => press(chat, 'Hvem ser det, jeg skriver?')],
  [
    'before deleting',
    async (chat, stage) => {
      await queue(chat, stage)
      await press(chat, 'Indstillinger')
      await press(chat, 'Slet min samtale')
    },
  ],
  [
    'erased',
    async (chat, stage) => {
      await answer(chat, stage)
      await press(chat, 'Indstillinger')
      await press(chat, 'Slet min samtale')
      await press(chat, 'Slet samtalen')
      await chat.page.getByRole('heading', { name: 'Din samtale er slettet' }).waitFor()
    },
  ],
]

describe.skipIf(findChromium() === undefined)(
  'the chat is open to everyone',
  { timeout: 60_000 },
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser.close())
    const opened = async (url: string, options: BrowserContextOptions = {}) => {
      const chat = await openWidgetPage(browser, url, options)
      await giveVoice(chat.page)
      await chat.open()
      return chat
    }

    const where = rooms.map(({ width, height }) => `${width} × ${height}`).join(', ')
    it.each(states)(`%s: axe, layout and targets at ${where}`, async (state, bring) => {
      await using stage = await startChatStage({ limits: loose })
      await using chat = await opened(stage.url)
      await bring(chat, stage)
      expect(await accessFaults(chat.page, 'kk-chat')).toEqual([])
      noteState(`chat, ${state}, ${where}, ${ways}`)
    })

    it('asks for a phone number once, in a field that the browser can fill in', async () => {
      await using stage = await startChatStage({ limits: loose })
      await using chat = await opened(stage.url)
      await form(chat, stage)
      const phone = chat.page.getByLabel('Dit telefonnummer')
      expect(await phone.getAttribute('autocomplete')).toBe('tel')
      await phone.fill('20 00 01 23')
      await chat.page.getByLabel('Mandag 8. juni kl. 9–12').check()
      await press(chat, 'Bestil opkald')
      await press(chat, 'Lav opkaldet om')
      await phone.waitFor()
      expect(await phone.inputValue()).toBe('20 00 01 23')
      await press(chat, 'Indstillinger')
      await press(chat, 'Afslut samtalen på denne computer')
      await press(chat, 'Start en ny samtale')
      await form(chat, stage)
      expect(await phone.inputValue()).toBe('')
    })

    it('stands on the other side of a page from right to left, with its texts the right way round', async () => {
      await using stage = await startChatStage({ limits: loose })
      await using chat = await opened(stage.url)
      await chat.page.evaluate("document.documentElement.dir = 'rtl'")
      await answer(chat, stage)
      expect(await accessFaults(chat.page, 'kk-chat')).toEqual([])
      const found = await chat.page.evaluate<Record<string, unknown>>(rightToLeft)
      expect(found).toEqual({ isLeft: true, arrow: -1, listInCard: true, bidi: 'plaintext' })
    })

    it('keeps still where motion is unwelcome, and thickens its lines where contrast is wanted', async () => {
      await using stage = await startChatStage({ limits: loose })
      await using chat = await opened(stage.url, { contrast: 'more' })
      await answer(chat, stage)
      stage.dialogue.pace.answerMs = 60_000
      await chat.say('pas')
      await chat.log.getByText('Finder svaret …').waitFor()
      const moving = "document.querySelector('kk-chat').shadowRoot.getAnimations().length"
      expect(await chat.page.evaluate(moving)).toBe(0)
      const line =
        "getComputedStyle(document.querySelector('kk-chat').shadowRoot.querySelector('.answer')).borderTopWidth"
      expect(await chat.page.evaluate(line)).toBe('2px')
      await chat.page.emulateMedia({ reducedMotion: 'no-preference' })
      expect(await chat.page.evaluate(moving)).toBeGreaterThan(0)
    })

    it('says in which language an answer is, where the page speaks another', async () => {
      await using stage = await startChatStage({ limits: loose })
      await using chat = await opened(stage.url)
      await answer(chat, stage)
      await press(chat, 'Indstillinger')
      await chat.page.getByRole('radio', { name: 'English' }).check()
      await press(chat, 'Back')
      const said = chat.page.locator('kk-chat .answer')
      expect(await said.getAttribute('lang')).toBe('da')
      expect(await said.locator('.source').getAttribute('lang')).toBe('en')
    })
  },
)

/** Runs in the page. */
const rightToLeft = `(() => {
  const one = (selector) => document.querySelector('kk-chat').shadowRoot.querySelector(selector)
  const card = one('.answer').getBoundingClientRect()
  const list = one('.answer ol')
  return {
    isLeft: one('.chat').getBoundingClientRect().left < innerWidth / 2,
    arrow: new DOMMatrix(getComputedStyle(one('.send .flip')).transform).a,
    listInCard: parseFloat(getComputedStyle(list).paddingLeft) > 10 && list.getBoundingClientRect().left > card.left,
    bidi: getComputedStyle(one('.source span')).unicodeBidi,
  }
})()`
