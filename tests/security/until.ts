const LIMIT_MS = 30_000

/** Waits until something is so; usable outside a test's body too. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const startedMs = performance.now()
  while (!(await isSo())) {
    if (performance.now() - startedMs > LIMIT_MS) throw new Error(`it did not happen: ${what}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
