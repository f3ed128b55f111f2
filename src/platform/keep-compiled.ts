import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * From here on Node keeps what it compiles in `.cache/compiled`, by the content of each file, and takes it from there
 * the next time: a fifth of a start is compiling. Where nothing can be written it compiles each time.
 */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'))
}

/** Writes it now; by itself Node does so when it ends, and a process that is killed never ends. */
export function writeCompiled(): void {
  flushCompileCache()
}
