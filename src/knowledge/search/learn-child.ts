import { Worker } from 'node:worker_threads'

/** Learns in a thread, so that it is noticed at once when whoever has asked is gone, even killed. */
process.once('disconnect', () => process.exit())
process.once('message', (kb) => {
  const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), { workerData: kb })
  worker.once('message', (learnt) => process.send?.(learnt, () => process.disconnect()))
})
