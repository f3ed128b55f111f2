import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Half, halves, type Learnt } from './learn.ts'
import { bytesOf } from './learnt-file.ts'

/** Learns in threads, so that it is noticed at once when whoever has asked is gone, even killed. */
const gone = () => process.exit(1)
process.once('disconnect', gone)
process.once('message', async (kb) => {
  const learnHalf = async (half: Half) => {
    const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), {
      workerData: { kb, half },
    })
    const [learnt] = await once(worker, 'message')
    return learnt as object
  }
  const learnt = await Promise.all((Object.keys(halves) as Half[]).map(learnHalf))
  process.stdout.write(bytesOf(Object.assign({}, ...learnt) as Learnt), () => {
    process.off('disconnect', gone)
    process.disconnect()
  })
})
