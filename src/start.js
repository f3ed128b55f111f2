import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// `npm start`: Node keeps what it compiles in `.cache/compiled`, by the content of each file, and takes it from there the
// next time. Plain JavaScript, because one TypeScript file before that brings in the compiler, 13 MB.
enableCompileCache(join(import.meta.dirname, '../.cache/compiled'))
await import('./main.ts')
