import { parentPort, workerData } from 'node:worker_threads'
import { learn } from './learn.ts'

parentPort?.postMessage(learn(workerData))
