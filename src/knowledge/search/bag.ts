/** The terms of a text by their number in a table, each once, with how often it occurs. */
export type Bag = {
  ids: Uint32Array
  counts: Float32Array
  /** How much there is besides that no text of ours has. */
  strangers: number
}

/** Collects numbered terms into bags, one after the other, without an object a term. */
export type Counter = {
  add(id: number, count: number): void
  /** What was added since the last time. */
  take(strangers: number): Bag
}

export function createCounter(): Counter {
  let counts = new Float32Array(1024)
  const used: number[] = []
  return {
    add(id, count) {
      if (id >= counts.length) counts = grown(counts, id)
      if (counts[id] === 0) used.push(id)
      counts[id] = (counts[id] as number) + count
    },
    take(strangers) {
      const ids = new Uint32Array(used.length)
      const own = new Float32Array(used.length)
      for (let i = 0; i < ids.length; i++) {
        const id = used[i] as number
        ids[i] = id
        own[i] = counts[id] as number
        counts[id] = 0
      }
      used.length = 0
      return { ids, counts: own, strangers }
    },
  }
}

function grown(counts: Float32Array, id: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(2 * id)
  larger.set(counts)
  return larger
}
