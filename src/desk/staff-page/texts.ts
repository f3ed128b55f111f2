/** The texts of a form or an address, by name; "" where there is none. */
export type Texts = (name: string) => string

/** What is not a text (a field sent twice, a body that is no form) is as if it were not there. */
export function textsOf(values: unknown): Texts {
  const texts = new Map(Object.entries(values ?? {}))
  return (name) => {
    const value: unknown = texts.get(name)
    return typeof value === 'string' ? value : ''
  }
}
