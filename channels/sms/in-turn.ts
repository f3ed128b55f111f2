/** Runs tasks of the same key one after another, in the order in which they came; other keys do not wait. */
export function inTurn(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const lastOf = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const next = (lastOf.get(key) ?? Promise.resolve()).then(task, task)
    const last = next
      .catch(() => undefined)
      .finally(() => {
        if (lastOf.get(key) === last) lastOf.delete(key)
      })
    lastOf.set(key, last)
    return next
  }
}
