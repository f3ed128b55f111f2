/**
 * Keeps the results of a pure function by a key, for what is asked again and again. When it is full everything is
 * forgotten at once: simple, and right where the keys of one day or hour are few.
 */
export function remember<Input, Result>(
  keyOf: (input: Input) => string,
  make: (input: Input) => Result,
  most = 1_000,
): (input: Input) => Result {
  const known = new Map<string, Result>()
  return (input) => {
    const key = keyOf(input)
    const before = known.get(key)
    if (before !== undefined) return before
    const result = make(input)
    if (known.size >= most) known.clear()
    known.set(key, result)
    return result
  }
}
