import { environment } from '#platform/environment.ts'
import { createLogger } from '#platform/logger.ts'
import { openApp } from './app.ts'
import { inWords } from './commands/run-command.ts'
import { serve } from './commands/serve.ts'
import { readConfig } from './config.ts'

// What is written here is for this user alone, whatever the folder was made for.
process.umask(0o077)

try {
  const config = readConfig(environment)
  const logger = createLogger(config.logLevel)
  const app = await openApp(config, logger)
  await serve(app, config, app.signInPath)
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`)
  process.exitCode = 1
}
