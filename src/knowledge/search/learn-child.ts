import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Half } from './learn.ts'

/** Learns in threads, so that it is noticed at once when whoever has asked is gone, even killed. */
process.once('disconnect', () => process.exit())
process.once('message', async (kb) => {
  const learnHalf = async (half: Half) => {
    const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), {
      workerData: { kb, half },
    })
    const [learnt] = await once(worker, 'message')
    return learnt as object
  }
  const [weights, sureness] = await Promise.all([learnHalf('weights'), learnHalf('sureness')])
  process.send?.({ ...weights, ...sureness }, () => process.disconnect())
})
