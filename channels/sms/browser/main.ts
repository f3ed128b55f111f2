import { render } from 'lit-html'
import { newNumber, type PhoneState } from './phone-state.ts'
import { provider } from './provider.ts'
import { type Acts, stage } from './stage.ts'
import { wordsIn } from './words.ts'

const LOOK_EVERY_MS = 700
const COUNT_AFTER_MS = 150

const language = document.documentElement.lang
const say = wordsIn(language)
const place = document.getElementById('stage') as HTMLElement
const news = document.getElementById('news') as HTMLElement
const stored = sessionStorage.getItem('sms-phone')

let state: PhoneState = {
  msisdn: stored ?? newNumber(Math.random),
  texts: [],
  weather: 'fine',
  now: null,
  draft: null,
  fault: 'none',
}
let counting: ReturnType<typeof setTimeout> | undefined

const acts: Acts = {
  async send() {
    const field = textField()
    const text = field.value.trim()
    if (text === '') return
    try {
      await provider.send(state.msisdn, text)
      field.value = ''
      show({ fault: 'none', draft: null })
      await look()
    } catch {
      show({ fault: 'not-sent' })
    }
  },
  typed() {
    clearTimeout(counting)
    counting = setTimeout(async () => {
      const draft = await provider.count(textField().value).catch(() => null)
      show({ draft })
    }, COUNT_AFTER_MS)
  },
  newPhone() {
    keepNumber(newNumber(Math.random))
    show({ texts: [], fault: 'none' })
    textField().focus()
  },
  async setWeather(weather) {
    await provider.setWeather(weather).catch(() => undefined)
    await look()
  },
}

keepNumber(state.msisdn)
show({})
void lookForEver()

async function lookForEver(): Promise<void> {
  for (;;) {
    if (!document.hidden) await look()
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
}

async function look(): Promise<void> {
  const { msisdn } = state
  try {
    const { now, weather, texts } = await provider.look(msisdn)
    if (msisdn !== state.msisdn) return
    const fault = state.fault === 'lost' ? 'none' : state.fault
    const fresh = texts.slice(state.texts.length).filter(({ by }) => by === 'city')
    const isFirst = state.now === null
    show({ now, weather, texts, fault })
    if (!isFirst && fresh.length > 0) announce(fresh.map(({ text }) => text).join(' '))
  } catch {
    if (state.fault !== 'not-sent') show({ fault: 'lost' })
  }
}

function show(part: Partial<PhoneState>): void {
  const before = document.getElementById('thread')
  const wasAtEnd =
    !before || before.scrollHeight - before.scrollTop - before.clientHeight < LINE_HEIGHT_PX
  state = { ...state, ...part }
  render(stage(state, acts, say, language), place)
  const after = document.getElementById('thread')
  // Nothing moves under somebody who reads further up.
  if (after && wasAtEnd) after.scrollTop = after.scrollHeight
}
const LINE_HEIGHT_PX = 24

/** Read aloud once, and then gone, so that nobody comes across it again. */
function announce(text: string): void {
  news.textContent = `${say('them')}: ${text}`
  setTimeout(() => {
    news.textContent = ''
  }, 1_000)
}

function keepNumber(msisdn: string): void {
  sessionStorage.setItem('sms-phone', msisdn)
  state = { ...state, msisdn }
}

function textField(): HTMLTextAreaElement {
  return document.getElementById('sms-text') as HTMLTextAreaElement
}
