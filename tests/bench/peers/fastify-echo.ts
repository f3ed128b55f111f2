import Fastify from 'fastify'

/** The HTTP framework alone: JSON in, the same JSON out. */
const app = Fastify()
app.post('/', async ({ body }) => body)
await app.listen({ port: Number(process.argv[2] ?? 0), host: '127.0.0.1' })
process.stdout.write(`${new URL(app.listeningOrigin).port}\n`)
