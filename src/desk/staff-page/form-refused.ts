import { AppError } from '#platform/errors.ts'
import type { Faults } from './form-parts.ts'

/** What a page shows at its fields, for programs in one error. */
export function formRefused(faults: Faults): AppError {
  const what = [...new Set(Object.values(faults))].join(' ')
  return new AppError('request-invalid', what, 'Correct it and send it again.')
}
