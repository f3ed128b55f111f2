import { keepCompiled } from '#platform/keep-compiled.ts'

keepCompiled()
// Only what is imported from here on is kept.
await import('#commands/start.ts')
