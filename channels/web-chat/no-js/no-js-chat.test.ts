import { describe, expect, it } from 'vitest'
import { startChatStage } from '#channels/web-chat/testing/chat-stage.ts'
import { formBrowser } from '#channels/web-chat/testing/form-browser.ts'

const opened = async (url: string) => {
  const citizen = formBrowser(url)
  await citizen.get('/chat')
  return citizen
}

describe('/chat, the chat without a script', () => {
  it('has no script, and its policy allows none', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    expect(citizen.page).not.toMatch(/<script|\son\w+=/)
    expect(citizen.headers.get('content-security-policy')).not.toContain('script-src')
    expect(citizen.headers.get('cache-control')).toBe('no-store')
  })

  it('starts no conversation by being looked at', async () => {
    await using stage = await startChatStage()
    await opened(stage.url)
    expect(stage.dialogue.started).toEqual([])
  })

  it('records what is asked, waits for the answer, and leads to it', async () => {
    await using stage = await startChatStage()
    stage.dialogue.pace.answerMs = 200
    const citizen = await opened(stage.url)
    await citizen.ask('Hvordan får jeg et pas?')
    expect([citizen.status, citizen.location]).toEqual([303, '/chat#nyeste'])
    expect(citizen.page).toMatch(/id="nyeste"[^>]*><h3 class="who">Chatbot .*Nyeste svar/)
    expect(citizen.text()).toContain('Har du ikke MitID? Så hjælper vi dig.')
    expect(citizen.title()).toBe('Svar til dig – Spørg kommunen')
  })

  it('says that it is still thinking when an answer takes too long, and shows it when asked again', async () => {
    await using stage = await startChatStage({ limits: { replyWithinMs: 50 } })
    stage.dialogue.pace.answerMs = 3_000
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    expect(citizen.title()).toBe('Jeg tænker stadig – Spørg kommunen')
    await expect
      .poll(async () => {
        await citizen.press('Se, om der er svar')
        return citizen.title()
      })
      .toBe('Svar til dig – Spørg kommunen')
    expect(citizen.text()).toContain('Har du ikke MitID?')
  })

  it('takes a choice, the next question and the way to a person as presses', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('mit kort')
    await citizen.press('Sundhedskort (det gule)')
    await citizen.ask('pas')
    await citizen.press('Mit gamle pas er væk')
    await citizen.press('Tal med et menneske')
    const chosen = stage.dialogue.said.map(({ said }) => said.via === 'chosen' && said.choice)
    expect(chosen).toEqual([
      false,
      'article:sundhedskort#main',
      false,
      'article:pas-voksne#lost',
      'human',
    ])
  })

  it('shows a queue with its place in it, what staff write as new, and the end', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('sæt mig i kø til et menneske')
    expect(citizen.title()).toBe('Du står i kø – Spørg kommunen')
    expect(citizen.text()).toMatch(/Der var 2 foran dig kl\. 22\.\d\d/)
    expect(citizen.text()).toContain('60 45 18 2')
    await citizen.press('Se, om der er svar')
    expect(citizen.text()).toMatch(/Der var ikke noget nyt kl\. 22\.\d\d/)

    const { dialogue } = stage
    dialogue.staffJoins(dialogue.last(), 'Mette')
    dialogue.staffSays(dialogue.last(), 'Mette', 'Hej. Hvad drejer det sig om?')
    await citizen.press('Se, om der er svar')
    expect(citizen.title()).toBe('Mette har svaret – Spørg kommunen')
    expect(citizen.text()).toMatch(/2 nye beskeder/)
    expect(citizen.page).toMatch(/<p class="who">.*Mette <span class="badge">Ny<\/span>/)

    dialogue.closes(dialogue.last(), 'Mette')
    await citizen.press('Se, om der er svar')
    expect(citizen.title()).toBe('Samtalen er slut – Spørg kommunen')
    await citizen.press('Start en ny samtale')
    expect(citizen.text()).not.toContain('Hvad drejer det sig om')
  })

  it('passes over nothing that staff wrote while the citizen was writing', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('sæt mig i kø til et menneske')
    const { dialogue } = stage
    dialogue.staffJoins(dialogue.last(), 'Mette')
    dialogue.staffSays(dialogue.last(), 'Mette', 'Er du der?')
    await citizen.ask('ja')
    expect(citizen.location).toMatch(/^\/chat\?set=\d+#nyeste$/)
    expect(citizen.text()).toMatch(/2 nye beskeder/)
  })

  it('gives the conversation as a file', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    await citizen.get('/chat/samtale.txt')
    expect(citizen.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(citizen.headers.get('content-disposition')).toBe('attachment; filename="samtale.txt"')
    expect(citizen.page).toContain('1. Udfyld ansøgningen på borger.dk (https://www.borger.dk)')
    await formBrowser(stage.url).get('/chat/samtale.txt')
  })

  it('asks before it deletes, deletes, and leaves nothing behind', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    await citizen.get('/chat/slet')
    expect(citizen.title()).toBe('Vil du slette samtalen? – Spørg kommunen')
    const form = citizen.formOf('Slet samtalen')
    await citizen.send(form)
    expect(citizen.title()).toBe('Din samtale er slettet – Spørg kommunen')
    expect((await stage.dialogue.standing(stage.dialogue.last())).erased).toBe(true)
    expect(citizen.text()).not.toContain('MitID')
  })

  it('ends the conversation on this computer', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    await citizen.press('Afslut samtalen')
    expect(citizen.title()).toBe('Samtalen er slut – Spørg kommunen')
    expect(citizen.text()).not.toContain('MitID')
  })

  it('speaks English when asked to, and remembers it', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.get('/chat?lang=en')
    expect(citizen.page).toContain('<html lang="en"')
    await citizen.press('Write to us', { text: 'pas' })
    expect(citizen.title()).toBe('An answer for you – Ask the City')
  })

  it('asks whether the answer helped, and what was missing', async () => {
    await using stage = await startChatStage()
    const given: unknown[] = []
    stage.dialogue.giveFeedback = async (_, feedback) => {
      given.push(feedback)
      return 'recorded'
    }
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    await citizen.send(citizen.formOf('Nej'))
    expect(given).toEqual([{ of: expect.any(String), helped: false, comment: '' }])
  })
})
