import { namesNoTopic } from './bare.ts'
import { thresholds } from './thresholds.ts'
import type { Reached, Step } from './turn.ts'

/** Greeting, thanks, goodbye, repeating: only when no topic is as likely ("hej, hvad koster et pas?"). */
export const readSmallTalk: Step = ({ reading, reader, sentences, conversation, text }) => {
  const talk = reading.ranked.find(({ label, kind }) => kind === 'talk' && !isAnswer.test(label))
  if (!talk || talk.confidence < (talk.label === 'stop' ? thresholds.stop : thresholds.talk)) {
    return undefined
  }
  const topics = [reading, ...sentences.map(reader.read)].map(
    (one) => one.topics[0]?.confidence ?? 0,
  )
  if (Math.max(...topics) >= talk.confidence) return undefined
  // "nej, den anden" before anything was answered: nothing can have been wrong.
  if (talk.label === 'correction' && !conversation.lastReply && namesNoTopic(text)) return undefined
  const detail = reading.ranked.find(({ label }) => label.startsWith(`${talk.label}.`))
  return reach(detail?.label ?? talk.label, talk.confidence)
}

const isAnswer = /^(yes|no)$/

function reach(intent: string, score: number): Reached | undefined {
  if (intent === 'repeat') return { understanding: { kind: 'repeat' }, intent, score }
  if (intent === 'correction') return { understanding: { kind: 'correction' }, intent, score }
  if (intent === 'small-talk.goodbye' || intent.startsWith('stop')) {
    return { understanding: { kind: 'goodbye' }, intent, score }
  }
  const reply = intent.split('.')[1]
  return reply ? { understanding: { kind: 'small-talk', reply }, intent, score } : undefined
}
