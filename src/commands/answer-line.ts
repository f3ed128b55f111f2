import { z } from 'zod'
import type { ChannelName, ConversationEvent, Reply } from '#conversation/events.ts'
import type { House } from '#house'
import { plainText } from '#knowledge/plain-text.ts'
import { parseJson } from '#platform/parse-json.ts'
import { type SettableClock, USUAL_TIME } from './clock-of-ask.ts'

const Line = z
  .object({
    id: z.union([z.string(), z.number()]),
    text: z.string().optional(),
    turns: z.array(z.string()).min(1).optional(),
    channel: z.enum(['web-chat', 'sms', 'voice']).default('web-chat'),
    at: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(
    ({ text, turns }) => (text === undefined) !== (turns === undefined),
    'needs text or turns',
  )

export type Answered = {
  outcome: string
  articles: readonly string[]
  choices: readonly string[]
  reply: string
  language: string
  stored: string
  handoff: { queue: string; reason: string } | null
  ms: number
}

const REPLY_LIMIT_MS = 15_000

/** Answers one line of JSON; a bad line is answered with what is wrong with it. */
export async function answerLine(
  house: House,
  clock: SettableClock,
  line: string,
): Promise<object> {
  const read = Line.safeParse(parseJson(line))
  if (!read.success) {
    const first = read.error.issues[0]
    const where = first?.path.join('.') || 'line'
    return { id: idOf(line), error: `${where}: ${first?.message ?? 'not JSON'}` }
  }
  const { id, text, turns, channel, at } = read.data
  clock.set(at ? new Date(at).toISOString() : USUAL_TIME)
  try {
    const answers = await converse(house, channel, turns ?? [text ?? ''], clock)
    return turns ? { id, turns: answers } : { id, ...answers[0] }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

async function converse(
  { engine, storage }: House,
  channel: ChannelName,
  turns: readonly string[],
  clock: SettableClock,
): Promise<Answered[]> {
  const address = `ask:${crypto.randomUUID()}`
  const conversationId = await engine.dialogue.start({ channel, address, language: 'da' })
  const answers: Answered[] = []
  for (const [turn, text] of turns.entries()) {
    const startMs = performance.now()
    const after = (await storage.log.read(conversationId)).length
    const said = { via: 'typed' } as const
    const incoming = { channel, address, messageId: String(turn), text, said }
    const received = await engine.dialogue.receive(conversationId, incoming)
    if (received.state !== 'recorded') {
      const why = received.state === 'refused' ? received.why : received.state
      answers.push({ ...silence, outcome: `refused-${why}` })
      continue
    }
    // A text message is answered once the citizen has paused; nobody waits for that here.
    clock.set(new Date(Date.parse(clock.now()) + 5_000).toISOString())
    engine.clockMoved()
    const events = await engine.settled(conversationId, REPLY_LIMIT_MS)
    const fresh = events.slice(after).map(({ event }) => event)
    const stored = await storage.personal.get(conversationId, received.utteranceId, 'text')
    const reply = await replyIn(fresh, (of) => storage.personal.get(conversationId, of, 'text'))
    answers.push({ ...reply, stored: stored ?? '', ms: Math.round(performance.now() - startMs) })
  }
  return answers
}

const silence: Answered = {
  outcome: 'none',
  articles: [],
  choices: [],
  reply: '',
  language: 'da',
  stored: '',
  handoff: null,
  ms: 0,
}

async function replyIn(
  events: readonly ConversationEvent[],
  textOf: (id: string) => Promise<string | undefined>,
): Promise<Answered> {
  const chosen = events.find((event) => event.type === 'reply-chosen')
  if (!chosen) return silence
  const { reply } = chosen
  const requested = events.find((event) => event.type === 'handoff-requested')
  return {
    ...silence,
    outcome: reply.outcome,
    articles: articlesOf(reply),
    choices: reply.choices.flatMap((choice) => /^article:([^#]+)#/.exec(choice)?.[1] ?? []),
    reply: plainText((await textOf(reply.id)) ?? ''),
    language: reply.language,
    handoff: requested ? { queue: requested.queue, reason: requested.reason } : null,
  }
}

function articlesOf({ says }: Reply): string[] {
  return says.flatMap((saying) => (saying.from === 'article' ? [saying.articleId] : []))
}

function idOf(line: string): unknown {
  const value = parseJson(line)
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null
}
