import { AppError } from '#platform/errors.ts'

/** Milliseconds since 1970: "…00Z" and "…00.000Z" are one instant, but not in the alphabet. */
export function instantMs(at: string): number {
  const ms = Date.parse(at)
  if (!Number.isNaN(ms)) return ms
  throw new AppError(
    'internal-error',
    `"${at}" is not an instant.`,
    'Give it in ISO 8601 UTC, such as 2026-06-05T20:00:00.000Z.',
  )
}
