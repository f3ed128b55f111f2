export type Readiness = {
  http: number
  status: 'ready' | 'not-ready'
  problems: readonly { code: string; what: string; do: string }[]
}

export async function readiness(origin: string): Promise<Readiness> {
  const answer = await fetch(`${origin}/ready`)
  return { http: answer.status, ...((await answer.json()) as Omit<Readiness, 'http'>) }
}
