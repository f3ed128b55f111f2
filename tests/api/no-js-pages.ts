import { expect } from 'vitest'
import { cookieIn, type People } from './people.ts'
import type { Teller, Told } from './story.ts'

/** Goes through the chat without a script, and sends its forms, right and wrong. */
export async function openNoJsPages(
  url: string,
  { tell }: Pick<Teller, 'tell'>,
  { withHeaders }: People,
): Promise<void> {
  const first = await tell('get /chat')
  const headers = { cookie: cookieIn(first), origin: url }
  const ask = withHeaders(headers)
  const say = fieldsOf(first, '/chat')
  expect((await ask('post /chat', { form: { ...say, text: 'Hvad koster et pas?' } })).status).toBe(
    303,
  )
  const answered = await ask('get /chat')
  const opinion = fieldsOf(answered, '/chat/hjalp')
  await ask('post /chat/hjalp', { form: { ...opinion, helped: 'yes' } })
  const again = fieldsOf(answered, '/chat')
  expect((await ask('post /chat', { form: { ...again, text: '' } })).status).toBe(422)
  expect((await ask('post /chat', { form: { ...again, _csrf: 'x', text: 'x' } })).status).toBe(403)
  const { _csrf: csrf = '' } = again
  const broken = { _csrf: csrf, via: 'x' }
  expect((await ask('post /chat', { form: broken })).status).toBe(400)
  expect((await ask('get /chat/samtale.txt')).status).toBe(200)
  expect((await ask('get /chat/slet')).status).toBe(200)
  const press = { _csrf: csrf }
  await ask('post /chat/afslut', { form: press })
  await ask('post /chat/slet', { form: press })
  await ask('post /chat/ny', { form: { ...press, text: 'Hej' } })
  for (const path of ['/chat/afslut', '/chat/ny', '/chat/hjalp'])
    expect((await ask(`get ${path}`)).status).toBe(303)
}

/** The hidden fields of a form on a page. */
function fieldsOf({ body }: Told, action: string): Record<string, string> {
  const [form = ''] =
    new RegExp(`<form [^>]*action="${action}"[^>]*>.*?</form>`, 's').exec(String(body)) ?? []
  const fields = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]))
}
