/** What a process of the story is told. */
export type ChildTask = {
  folder: string
  providerUrl: string
  token: string
  /** Dies right after this commit of its own; null: plays to the end. */
  killAt: number | null
}

/** What it leaves when it came to the end. */
export type ChildResult = {
  /** Each a sentence without ids and times, for comparing. */
  facts: readonly string[]
  commits: number
}
