import type { Page } from 'playwright-core'

/** A computer with a Danish voice of its own and an English one on the network, for tests: it says a sentence when told to. */
export async function giveVoice(page: Page): Promise<{
  /** What it was given to say, sentence by sentence. */
  said(): Promise<string[]>
  /** Comes to the end of the sentence that it is saying. */
  finish(): Promise<void>
}> {
  await page.addInitScript(fakeVoice)
  await page.reload()
  await page.locator('kk-chat #launch').waitFor()
  return {
    said: () => page.evaluate('globalThis.voice.said'),
    finish: () => page.evaluate('globalThis.voice.finish()'),
  }
}

/** Runs in the page. */
const fakeVoice = `{
  const voice = { said: [], queue: [], finish() { this.queue.shift()?.dispatchEvent(new Event('end')) } }
  globalThis.voice = voice
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text }
  }
  const voices = [
    { lang: 'en-GB', localService: false },
    { lang: 'da-DK', localService: true },
  ]
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(utterance) { voice.said.push(utterance.text); voice.queue.push(utterance) },
    cancel() { for (const one of voice.queue.splice(0)) one.dispatchEvent(new Event('error')) },
  })
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis })
}`
