import { TestRunner } from 'vitest'

/** Says in the output of `npm test` which state of a page was looked at; only tests that pass are believed. */
export function noteState(state: string): void {
  const test = TestRunner.getCurrentTest()
  if (test) test.meta.states = [...(test.meta.states ?? []), state]
}

declare module 'vitest' {
  interface TaskMeta {
    /** States of pages whose access was looked at. */
    states?: string[]
  }
}
