/** What a browser without scripts does, over HTTP: keeps cookies, shows a page, fills in a form of it and sends it. */
export type FormBrowser = {
  /** The page that is shown, and how it was answered. */
  page: string
  status: number
  location: string | null
  headers: Headers
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<string>
  /** What a form of the page would send: the one with this button. */
  formOf(button: string): Form
  /** Sends it; what it leads to is followed. */
  send(
    form: Form,
    filled?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<string>
  press(button: string, filled?: Record<string, string>): Promise<string>
  ask(text: string): Promise<string>
  title(): string
  /** The text of the page, without markup. */
  text(): string
}
export type Form = { action: string; method: string; fields: Record<string, string> }

export function formBrowser(url: string): FormBrowser {
  const cookies = new Map<string, string>()

  async function load(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) }
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' })
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  const self: FormBrowser = {
    page: '',
    status: 0,
    location: null,
    headers: new Headers(),
    cookies,
    async get(path, headers = {}) {
      return show(await load(path, { headers }))
    },
    formOf(button) {
      const forms = [...self.page.matchAll(/<form [^>]*>.*?<\/form>/gs)].map(([whole]) => whole)
      const found = forms.findLast((form) => plain(form).includes(button))
      if (found === undefined) throw new Error(`no form says "${button}" on: ${self.text()}`)
      const fields = [...found.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
      return {
        action: /action="([^"]*)"/.exec(found)?.[1] ?? '',
        method: /method="([^"]*)"/.exec(found)?.[1] ?? '',
        fields: Object.fromEntries(
          fields.map(([, name = '', value = '']) => [name, withSigns(value)]),
        ),
      }
    },
    async send({ action, method, fields }, filled = {}, headers = {}) {
      const all = new URLSearchParams({ ...fields, ...filled })
      const [path = ''] = action.split('#')
      if (method === 'get') return self.get(`${path}?${all}`)
      return show(await load(path, { method: 'POST', body: all, headers }))
    },
    press: (button, filled) => self.send(self.formOf(button), filled),
    ask: (text) => self.press('Skriv til os', { text }),
    title: () => /<title>(.*?)<\/title>/.exec(self.page)?.[1] ?? '',
    text: () => plain(self.page),
  }
  return self

  async function show(response: Response): Promise<string> {
    self.status = response.status
    self.headers = response.headers
    self.location = response.headers.get('location')
    self.page = await response.text()
    if (self.status !== 303 || self.location === null) return self.page
    const { status, location, headers } = self
    const page = show(await load(location.split('#')[0] ?? '', {}))
    await page
    Object.assign(self, { status, location, headers })
    return page
  }
}

function plain(markup: string): string {
  return withSigns(markup.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

function withSigns(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
