import type { Step } from './turn.ts'

/** `receive` takes a callback number out of the text and says so; the number itself never comes here. */
export const readPhone: Step = ({ conversation, heard }) => {
  const given = heard.findLast(({ utterance }) => utterance.phone === 'given')
  if (given) {
    const { id } = given.utterance
    return { understanding: { kind: 'number-given', utteranceId: id }, intent: 'number', score: 1 }
  }
  const isRefused =
    conversation.asks.for.startsWith('callback') &&
    heard.some(({ utterance }) => utterance.phone === 'refused')
  return isRefused
    ? { understanding: { kind: 'number-refused' }, intent: 'number', score: 1 }
    : undefined
}
