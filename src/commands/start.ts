import { openApp } from '#app'
import { readConfig } from '#config'
import { environment } from '#platform/environment.ts'
import { createLogger } from '#platform/logger.ts'
import { inWords } from './run-command.ts'
import { serve } from './serve.ts'

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
