import { parentPort, workerData } from 'node:worker_threads'
import type { KnowledgeBase } from '#knowledge/knowledge-base.ts'
import { type Half, halves } from './learn.ts'

const { kb, half } = workerData as { kb: KnowledgeBase; half: Half }
parentPort?.postMessage(halves[half](kb))
