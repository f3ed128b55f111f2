type Answer = { lines: readonly { by: string; text: string }[] }

/** A citizen with an address of their own asks one thing; gives the first reply. */
export async function turnOf(origin: string, address: string, text: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
  const post = (path: string, body: object, more: object = {}) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    })
  const started = (await (await post('/api/chat/conversations', {})).json()) as { token: string }
  const authorization = `Bearer ${started.token}`
  const said = await post('/api/chat/messages', { messageId: '1', text }, { authorization })
  const { lines } = (await said.json()) as Answer
  return lines.find(({ by }) => by === 'bot')?.text ?? ''
}
