import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { BotFrameworkAdapter } from 'botbuilder'
import { listen } from './listen.ts'

/** The smallest bot of the Bot Framework SDK: says back what it is told, keeps nothing, no sign-in. */
const adapter = new BotFrameworkAdapter({})
const logic: Parameters<typeof adapter.processActivity>[2] = async (context) => {
  if (context.activity.type === 'message') await context.sendActivity(context.activity.text)
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const body: unknown = JSON.parse(Buffer.concat(pieces).toString())
    void adapter.processActivity(Object.assign(request, { body }), asWanted(response), logic)
  })
})
listen(server)

/** What the SDK asks of a response, without a framework's cost. */
function asWanted(response: ServerResponse) {
  let payload = ''
  return {
    socket: response.socket,
    header: (name: string, value: string) => response.setHeader(name, value),
    status: (code: number) => {
      response.statusCode = code
      return code
    },
    send: (body: unknown) => {
      payload = typeof body === 'string' ? body : JSON.stringify(body)
    },
    end: () => {
      response.setHeader('content-type', 'application/json')
      response.end(payload)
    },
  } as unknown as Parameters<typeof adapter.processActivity>[1] & { request?: IncomingMessage }
}
