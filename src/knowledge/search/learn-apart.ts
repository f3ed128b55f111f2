import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { AppError } from '#platform/errors.ts'
import type { Learnt } from './learn.ts'

/** Learns in a process of its own: half a gigabyte that goes back to the system when it ends, which a thread's does not. */
export function learnApart(kb: KnowledgeBase, signal: AbortSignal | undefined): Promise<Learnt> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./learn-child.ts', import.meta.url))
    const child = fork(script, { serialization: 'advanced', execArgv: [] })
    const stop = () => void child.kill('SIGKILL')
    signal?.addEventListener('abort', stop, { once: true })
    child.once('message', (learnt) => resolve(learnt as unknown as Learnt))
    child.once('error', reject)
    // Not the end of the process, which may be told before its last message.
    child.once('disconnect', () => {
      signal?.removeEventListener('abort', stop)
      // After the message this changes nothing.
      reject(
        new AppError(
          'internal-error',
          'Learning the phrasings stopped before it was done.',
          'Start again. Answers come from retrieval alone until then.',
        ),
      )
    })
    child.send(kb, (error) => error && reject(error))
    if (signal?.aborted) stop()
  })
}
