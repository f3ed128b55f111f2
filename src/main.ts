import { environment } from '#platform/environment.ts'
import { AppError } from '#platform/errors.ts'
import { createLogger } from '#platform/logger.ts'
import { type App, openApp } from './app.ts'
import { inWords } from './commands/run-command.ts'
import { readConfig } from './config.ts'

// What is written here is for this user alone, whatever the folder was made for.
process.umask(0o077)

try {
  const config = readConfig(environment)
  const logger = createLogger(config.logLevel)
  const app = await openApp(config, logger)
  const { host, port } = config
  const address = await listen(app, host, port)
  process.stdout.write(welcome(address, app.signInPath))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)))
  }
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`)
  process.exitCode = 1
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
