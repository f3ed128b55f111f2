/** A small patch to product code that breaks an invariant, and the test that must notice. */
export type Break = {
  invariant: `I${number}`
  /** What the patch does, in a few words. */
  what: string
  file: string
  /** Stands exactly once in the file. */
  find: string
  replace: string
  /** `name` is how the full name begins, with ` > ` between the names of groups. */
  test: { file: string; name: string }
}
