import type { Received } from '#dialogue/dialogue.ts'
import { AppError } from '#platform/errors.ts'

type Why = Extract<Received, { state: 'refused' }>['why']

/** Why nothing was recorded, as programs are told. */
export function refuse(why: Why): AppError {
  switch (why) {
    case 'empty':
      return new AppError('request-invalid', 'The text is empty.', 'Send a text with words in it.')
    case 'phone':
      return new AppError(
        'request-invalid',
        'The phone number cannot be called.',
        'Send a Danish number of eight digits, or a foreign one with its country code.',
      )
    case 'too-fast':
      return new AppError('too-fast', 'Too much at once.', 'Wait a little and send it again.')
    case 'closed':
      return new AppError(
        'state-changed',
        'The conversation has ended.',
        'Start a new one with POST /api/chat/conversations.',
      )
  }
}
