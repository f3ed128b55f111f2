import { Problem } from '#platform/problem.ts'

/** What every operation of the desk for programs has in common. */
export const deskShared = { tags: ['desk'], security: [{ session: [] }] }
export const problems = { '4xx': Problem, '5xx': Problem }
