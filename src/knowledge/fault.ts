import { AppError } from '#platform/errors.ts'

/** Something in a file that an editor can put right. `file` is relative to the root, `line` counts from 1. */
export type Fault = { file: string; line: number; what: string }

export function sayFault({ file, line, what }: Fault): string {
  return `${file}:${line}: ${what}`
}

/** All faults in one error, so that an editor mends them in one go. */
export function brokenArticles(faults: readonly Fault[]): AppError {
  const lines = faults.map(sayFault).join('\n')
  return new AppError(
    'article-broken',
    `Articles, facts or intents cannot be read:\n${lines}\n`,
    'Correct each line above, and check with: npm run kb -- check',
  )
}
