import { flushCompileCache } from 'node:module'
import type { App } from '#app'
import type { Config } from '#config'
import { stopBundling } from '#platform/bundle.ts'
import { AppError } from '#platform/errors.ts'
import { giveBackMemory } from '#platform/give-back-memory.ts'

/** Listens, prints where everything is, and closes in good order when the process is told to end. */
export async function serve(
  app: App,
  { host, port }: Config,
  signInPath: string | undefined,
): Promise<void> {
  const address = await listen(app, host, port)
  process.stdout.write(welcome(address, signInPath))
  app.house.model.trained
    .then(() => {
      // By itself Node writes it when it ends, and a process that is killed never does.
      flushCompileCache()
      // Making a reader leaves more behind than it holds.
      giveBackMemory()
    })
    .catch(() => {})
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)))
  }
  await stopBundling()
}

async function listen(app: App, host: string, port: number): Promise<string> {
  try {
    return await app.server.listen({ host, port })
  } catch (error) {
    await app.close()
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new AppError(
        'port-taken',
        `Port ${port} is taken by another program.`,
        'Stop it, or choose another, such as PORT=8090 npm start.',
        error,
      )
    if (!['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) throw error
    throw new AppError(
      'config-invalid',
      `The server cannot listen on ${host}, port ${port} (${code}).`,
      'Set HOST to an address of this machine and PORT to 1024 or more.',
      error,
    )
  }
}

function welcome(address: string, signInPath: string | undefined): string {
  const lines = [
    ['Demo page', `${address}/`],
    ['Desk', signInPath ? `${address}${signInPath}  (works once)` : `${address}/desk`],
    ['SMS phone', `${address}/sms`],
    ['Health', `${address}/health`],
  ]
  return `\n${lines.map(([name, url]) => `  ${name?.padEnd(10)} ${url}`).join('\n')}\n\n`
}
