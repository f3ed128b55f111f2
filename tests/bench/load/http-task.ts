export type HttpLoad = {
  url: string
  what: 'gateway' | 'botbuilder' | 'echo'
  connections: number
  warmUpMs: number
  runMs: number
  questionsFile: string
  firstQuestion: number
}
/** Latencies in ms, of turns alone. */
export type HttpLoaded = {
  turns: number
  seconds: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  clientCpuSeconds: number
  /** What was answered otherwise than wanted, and how often. */
  failures: Readonly<Record<string, number>>
}
