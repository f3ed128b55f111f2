import assert from 'node:assert/strict'
import { SocketClient } from '#channels/web-chat/testing/socket-client.ts'

/** Gets a first answer as a citizen would, from a server that runs: `node tests/house/first-answer.ts http://127.0.0.1:8080`. */
const [origin = ''] = process.argv.slice(2)

const health = await fetch(`${origin}/health`)
assert.equal(health.status, 200)

const page = await (await fetch(`${origin}/`)).text()
const script = /<script[^>]* src="([^"]*chat[^"]*)"/.exec(page)?.[1]
assert(script, 'the demo page embeds the chat')
assert.equal((await fetch(new URL(script, origin))).status, 200)

await using client = await SocketClient.open(origin)
await client.hello()
client.say('Hvornår henter I storskrald?')
await client.next('received')
for (;;) {
  const { lines } = await client.next('lines')
  const reply = lines.find((line) => line.by === 'bot' && line.mood === 'reply')
  if (reply?.by !== 'bot') continue
  assert.equal(reply.card?.kind, 'answer', `an answer with its source, not: ${reply.text}`)
  process.stdout.write(`${reply.text}\n`)
  break
}
