import type { Asks, People } from './people.ts'
import type { Teller, Told } from './story.ts'

/** Asks for what is refused, once for each reason: the code and the status that it should be refused with, and what came. */
export async function refusals(
  url: string,
  { tell }: Pick<Teller, 'tell'>,
  { startChat }: People,
  { lead, staff, leadId }: { lead: Asks; staff: Asks; leadId: string | undefined },
): Promise<readonly (readonly [string, number, Promise<Told>])[]> {
  const chat = await startChat()
  return [
    ['token-unknown', 401, tell('get /api/chat/messages')],
    ['request-invalid', 400, tell('post /api/chat/conversations', { json: { language: 'xx' } })],
    ['request-too-large', 413, chat.say('x'.repeat(300_000))],
    ['not-signed-in', 401, tell('get /desk/api/conversations')],
    ['not-signed-in', 401, tell('post /desk/api/acts', { json: {}, headers: { origin: url } })],
    ['not-signed-in', 401, tell('get /desk/live', { headers: { origin: url } })],
    [
      'wrong-origin',
      403,
      lead('post /desk/api/acts', { json: {}, headers: { origin: 'https://evil.example' } }),
    ],
    ['role-missing', 403, staff('get /desk/api/switches')],
    ['request-invalid', 400, lead('post /desk/api/switches', { json: { way: 'off' } })],
    [
      'not-found',
      404,
      staff('get /desk/api/past/{conversationId}', { params: { conversationId: 'none' } }),
    ],
    [
      'state-changed',
      409,
      lead('post /desk/colleagues/role', { json: { id: leadId, role: 'staff' } }),
    ],
    ['signature-wrong', 401, tell('post /sms/inbound', { json: {} })],
    ['not-signed-in', 401, tell('get /metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })],
    ['too-fast', 429, sayMuch(startChat)],
  ]
}

async function sayMuch(startChat: People['startChat']): Promise<Told> {
  const chat = await startChat()
  for (let i = 0; ; i += 1) {
    const said = await chat.say('hej')
    if (said.status !== 200 || i > 30) return said
  }
}
