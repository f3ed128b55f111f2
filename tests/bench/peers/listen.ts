import type { Server } from 'node:http'

/** Listens on the port that was asked for (0: any), and prints it. */
export function listen(server: Server): void {
  server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
    const address = server.address()
    process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
  })
}
