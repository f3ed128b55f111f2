import { words } from '#channels/web-chat/server-words.ts'
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
      return tooFast(1)
    case 'closed':
      return new AppError(
        'state-changed',
        'The conversation has ended.',
        'Start a new one with POST /api/chat/conversations.',
      )
  }
}

export function tooFast(seconds: number): AppError {
  const phone = words.widget['main-phone'].en
  return new AppError(
    'too-fast',
    'Too much at once.',
    `Wait ${seconds} s and send it again; people reach us at ${phone}.`,
  )
}
