import { describe, expect, it } from 'vitest'
import { startChatStage } from '#channels/web-chat/testing/chat-stage.ts'
import { formBrowser } from '#channels/web-chat/testing/form-browser.ts'

const opened = async (url: string) => {
  const citizen = formBrowser(url)
  await citizen.get('/chat')
  return citizen
}

describe('a form of /chat', () => {
  it('that is sent twice is recorded once, also when it begins the conversation', async () => {
    await using stage = await startChatStage()
    stage.dialogue.pace.receiveMs = 50
    const citizen = await opened(stage.url)
    const form = citizen.formOf('Skriv til os')
    await Promise.all([citizen.send(form, { text: 'pas' }), citizen.send(form, { text: 'pas' })])
    await citizen.send(form, { text: 'pas' })
    expect(stage.dialogue.started).toHaveLength(1)
    expect(stage.dialogue.said).toHaveLength(1)
    expect(citizen.status).toBe(303)
  })

  it('that the way back shows again, with other words in it, is another message', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    const form = citizen.formOf('Skriv til os')
    await citizen.send(form, { text: 'pas' })
    await citizen.send(form, { text: 'hvad koster det?' })
    expect(stage.dialogue.said.map(({ text }) => text)).toEqual(['pas', 'hvad koster det?'])
  })

  it.each([
    ['no token', { _csrf: '' }],
    ['a made-up token', { _csrf: 'AAAAAAAA-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('with %s is refused, and its text is kept', async (_, fields) => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.send(citizen.formOf('Skriv til os'), { text: 'mit pas', ...fields })
    expect(citizen.status).toBe(403)
    expect(citizen.title()).toMatch(/^Fejl: /)
    expect(citizen.text()).toContain('vi sendte ikke noget')
    expect(citizen.page).toMatch(/<textarea[^>]*>\nmit pas<\/textarea>/)
    expect(stage.dialogue.said).toEqual([])
    await citizen.ask('mit pas')
    expect(stage.dialogue.said).toHaveLength(1)
  })

  it('with the token of somebody else is refused', async () => {
    await using stage = await startChatStage()
    const other = await opened(stage.url)
    const citizen = await opened(stage.url)
    await citizen.send(other.formOf('Skriv til os'), { text: 'pas' })
    expect(citizen.status).toBe(403)
    for (const path of ['/chat/slet', '/chat/afslut', '/chat/ny', '/chat/hjalp']) {
      await citizen.send({ action: path, method: 'post', fields: { _csrf: 'x' } })
      expect([path, citizen.status]).toEqual([path, 403])
    }
  })

  it.each(['https://evil.example', 'null'])(
    'that comes from a page of %s is refused, and what it holds is not shown',
    async (origin) => {
      await using stage = await startChatStage()
      const citizen = await opened(stage.url)
      await citizen.send(citizen.formOf('Skriv til os'), { text: 'send penge' }, { origin })
      expect(citizen.status).toBe(403)
      expect(citizen.page).not.toContain('send penge')
      expect(stage.dialogue.said).toEqual([])
    },
  )

  it('without the cookie says what to do, gives the phone number and keeps the text', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    citizen.cookies.clear()
    await citizen.ask('mit pas')
    expect(citizen.status).toBe(403)
    expect(citizen.text()).toMatch(
      /Tillad cookies for siden, og send igen\. Eller ring på 33 66 33 66/,
    )
    expect(citizen.page).toMatch(/<textarea[^>]*>\nmit pas<\/textarea>/)
    // With a browser that keeps it after all, sending again is enough.
    await citizen.ask('mit pas')
    expect(stage.dialogue.said).toHaveLength(1)
  })

  it('is never signed with a cookie of one’s own making', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    const planted = 'A'.repeat(43)
    citizen.cookies.set('chat', planted)
    await citizen.get('/chat')
    expect(citizen.cookies.get('chat')).toMatch(/^[\w-]{43}\./)
    expect(citizen.cookies.get('chat')).not.toContain(planted)
  })

  it('says at the field and on top what is wrong, and loses nothing', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('   ')
    expect(citizen.status).toBe(422)
    expect(citizen.page).toContain('<a href="#say">Feltet er tomt.')
    expect(citizen.page).toMatch(/aria-invalid="true" aria-describedby="say-hint say-error"/)
    const long = `${'a'.repeat(1_999)}\r\nbcd`
    await citizen.ask(long)
    expect(citizen.text()).toContain('Der er 3 tegn for mange')
    expect(citizen.page).toContain(`\n${'a'.repeat(1_999)}`)
    expect(citizen.page).toMatch(/a\r?\nbcd<\/textarea>/)
    expect(stage.dialogue.started).toEqual([])
  })

  it('above what is read at all is refused in words', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('a'.repeat(100_000))
    expect(citizen.status).toBe(413)
    expect(citizen.text()).toContain('alt for lang')
  })

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='x",
    '</textarea><b>',
  ])('shows %s as text, in the field and in the conversation', async (text) => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask(`${text} ${'x'.repeat(2_000)}`)
    expect(citizen.status).toBe(422)
    expect(citizen.page).not.toMatch(/<script|<img|<b>/)
    await citizen.ask(text)
    expect(citizen.status).toBe(303)
    expect(citizen.page).not.toMatch(/<script|<img|<b>|<p[^>]*onfocus/)
    expect(citizen.text()).toContain(text)
    await citizen.get(`/chat?set=${encodeURIComponent(text)}&efter=${encodeURIComponent(text)}`)
    expect(citizen.page).not.toMatch(/<script|<img|<b>/)
  })

  it('that says a choice nobody offered is refused', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.send(citizen.formOf('Tal med et menneske'), { choice: 'delete-everything' })
    expect(citizen.status).toBe(422)
    expect(stage.dialogue.said).toEqual([])
  })

  it('keeps a callback’s number and time, and says what is wrong where it is wrong', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.press('Tal med et menneske')
    await citizen.press('Ring til mig')
    const slot = /value="([^"]+\/[^"]+)"/.exec(citizen.page)?.[1] ?? ''
    await citizen.press('Bestil opkald', { phone: '33 66 33 6' })
    expect(citizen.page).toContain('<a href="#phone">Nummeret har kun 7 cifre. Skriv alle otte.')
    expect(citizen.page).toContain('<a href="#slot">Vælg et tidspunkt.')
    expect(citizen.page).toContain('value="33 66 33 6"')
    const form = citizen.formOf('Bestil opkald')
    await citizen.send(form, { phone: '12 34 56 7x', slot })
    expect(citizen.page).toContain(`value="${slot}" checked`)
    await citizen.send(form, { phone: '20 00 01 23', slot })
    expect(citizen.title()).toBe('Opkaldet er bestilt – Spørg kommunen')
    await citizen.send(form, { phone: '20 00 01 23', slot })
    expect(stage.dialogue.said.filter(({ said }) => said.via === 'form')).toHaveLength(1)
  })

  it('that could not be stored says so, keeps the text, and can be sent again', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    stage.dialogue.pace.fails = true
    await citizen.ask('mit pas')
    expect(citizen.status).toBe(503)
    expect(citizen.text()).toMatch(/ikke sendt.*33 66 33 66/)
    expect(citizen.page).toMatch(/<textarea[^>]*>\nmit pas<\/textarea>/)
    stage.dialogue.pace.fails = false
    await citizen.ask('mit pas')
    expect(stage.dialogue.said.map(({ text }) => text)).toEqual(['mit pas'])
  })

  it('that comes too fast learns for how long, and the phone number; the text is kept', async () => {
    const limits = { saysPerCitizen: { capacity: 1, perSecond: 0.2 } }
    await using stage = await startChatStage({ limits })
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    await citizen.ask('og hvad koster det?')
    expect(citizen.status).toBe(429)
    expect(Number(citizen.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(citizen.text()).toMatch(/Vent \d sek.*33 66 33 66/)
    expect(citizen.page).toMatch(/<textarea[^>]*>\nog hvad koster det\?<\/textarea>/)
  })

  it('after the end keeps the text for a new conversation', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    const form = citizen.formOf('Skriv til os')
    stage.dialogue.closes(stage.dialogue.last(), null)
    await citizen.send(form, { text: 'en ting til' })
    expect(citizen.text()).toContain('Den står i feltet')
    expect(citizen.page).toMatch(/<textarea[^>]*>\nen ting til<\/textarea>/)
    await citizen.ask('en ting til')
    expect(stage.dialogue.started).toHaveLength(2)
  })

  it('works after a restart of the server', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    await citizen.ask('pas')
    const form = citizen.formOf('Skriv til os')
    await stage.stop()
    await stage.start()
    await citizen.send(form, { text: 'hvad koster det?' })
    expect(stage.dialogue.said.map(({ text }) => text)).toEqual(['pas', 'hvad koster det?'])
  })
})

describe('the cookie of /chat', () => {
  it('is for the server alone, strict, and dies with the browser', async () => {
    await using stage = await startChatStage()
    const citizen = await opened(stage.url)
    const [given = ''] = citizen.headers.getSetCookie()
    expect(given).toMatch(/^chat=[\w-]{43}\.\S+; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('is bound to this host over TLS', async () => {
    await using stage = await startChatStage({ secure: true })
    const citizen = await opened(stage.url)
    const [given = ''] = citizen.headers.getSetCookie()
    expect(given).toMatch(/^__Host-chat=\S+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  })

  it('is not replaced when the citizen comes back from another site, where browsers hold it back', async () => {
    await using stage = await startChatStage()
    const away = { 'sec-fetch-site': 'cross-site' }
    const citizen = formBrowser(stage.url)
    await citizen.get('/chat?lang=en', away)
    expect(citizen.cookies.has('chat')).toBe(false)
    expect(citizen.page).toContain('http-equiv="refresh" content="0; url=/chat"')
  })
})
