import { fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { AppError } from '#platform/errors.ts'

/**
 * Learns in a process of its own: half a gigabyte that goes back to the system when it ends, which a thread's does not.
 * Gives the bytes of what was learnt as it stands in the file, so that taking it over is no work here.
 */
export async function learnApart(
  kb: KnowledgeBase,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const script = fileURLToPath(new URL('./learn-child.ts', import.meta.url))
  const child = fork(script, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  // Whoever writes meanwhile goes first.
  if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY)
  const stop = () => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
    // That it is gone already is told by its end.
    child.send(kb, () => {})
  })
  const chunks: Uint8Array[] = []
  child.stdout?.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  try {
    if ((await ended) === 0) return Buffer.concat(chunks)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  throw new AppError(
    'internal-error',
    'Learning the phrasings stopped before it was done.',
    'Start again. Answers come from retrieval alone until then.',
  )
}

const LOW_PRIORITY = 10
