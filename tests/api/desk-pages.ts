import { expect } from 'vitest'
import { PASSWORD } from '#desk/testing/desk-client.ts'
import type { Asks } from './people.ts'
import type { Teller } from './story.ts'

/** Opens every page of the desk, and sends its forms, right and wrong. At the end the conversation is erased. */
export async function openDeskPages(
  url: string,
  { tell }: Pick<Teller, 'tell'>,
  lead: Asks,
  conversationId: string,
): Promise<void> {
  for (const page of ['', '/search', '/feedback', '/switches', '/special-days'])
    expect([page, (await lead(`get /desk${page}`)).status]).toEqual([page, 200])
  await tell('get /desk')
  await lead('get /desk/conversation/{id}', { params: { id: conversationId } })
  await lead('get /desk/conversation/{id}', { params: { id: 'none' } })
  await lead('post /desk/conversation/{id}/reopen', { params: { id: conversationId } })
  await lead('post /desk/search', { form: { words: 'pas' } })
  await lead('post /desk/search', { form: { reference: 'x' } })
  await lead('post /desk/switches', { form: { way: 'off', what: '', why: '' } })
  await lead('post /desk/switches', { form: { way: 'off', what: 'bot', why: 'prøve' } })
  await lead('post /desk/switches', { form: { way: 'on', what: 'bot', why: 'prøve' } })
  await lead('post /desk/special-days', { form: { do: 'early' } })
  await lead('post /desk/special-days', { form: { do: 'remove', key: 'x' } })
  await lead('post /desk/language', { form: { language: 'en', back: '/desk/search' } })
  await lead('post /desk/conversation/{id}/erase', {
    params: { id: conversationId },
    form: { why: '' },
  })
  await lead('post /desk/conversation/{id}/erase', {
    params: { id: conversationId },
    form: { why: 'bad om det' },
  })
  await tell('get /desk/sign-in')
  await tell('get /desk/welcome')
  const origin = { origin: url }
  const entered = { name: 'Jonas', password: PASSWORD }
  expect((await tell('post /desk/sign-in', { form: entered, headers: origin })).status).toBe(303)
  const wrong = { name: 'Jonas', password: 'forkert' }
  expect((await tell('post /desk/sign-in', { form: wrong, headers: origin })).status).toBe(401)
}
