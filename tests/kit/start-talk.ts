import { pino } from 'pino'
import type { ChannelName, ConversationEvent, Language } from '#conversation/events.ts'
import type { Incoming, Received } from '#dialogue/dialogue.ts'
import type { Recorded } from '#dialogue/ports.ts'
import { type House, openHouse, sharedLearntFile } from '#house'
import { MONDAY_MORNING, type SettableClock, settableClock } from './settable-clock.ts'

/** A citizen talking to the whole engine over real storage in memory; nothing is faked but the clock. */
export type Talk = AsyncDisposable & {
  house: House
  clock: SettableClock
  conversationId: string
  /** Says it and waits for the bot; answers what the bot said, or `(silence)`. */
  says(text: string, said?: Incoming['said']): Promise<string>
  receives(text: string, said?: Incoming['said'], messageId?: string): Promise<Received>
  events(): Promise<readonly ConversationEvent[]>
  recorded(): Promise<readonly Recorded[]>
  lastEvent<Type extends ConversationEvent['type']>(
    type: Type,
  ): Promise<Extract<ConversationEvent, { type: Type }> | undefined>
  /** Somebody is at the desk. */
  staffArrive(staffId?: string): () => void
  /** Moves the clock and meets what became due. */
  passes(ms: number): Promise<void>
}
export type TalkOptions = {
  channel?: ChannelName
  language?: Language
  at?: string
  /** A house that other talks use too, with its clock; it stays open. */
  shared?: SharedHouse
  address?: string
  /** A conversation from before a restart, to go on with. */
  conversationId?: string
}

export type SharedHouse = { house: House; clock: SettableClock }

/** Opening takes a second: the tests of a file share one house, each with conversations of its own. */
export async function openSharedHouse(at = MONDAY_MORNING): Promise<SharedHouse> {
  const clock = settableClock(at)
  return { house: await openTestHouse(clock), clock }
}

const REPLY_LIMIT_MS = 10_000
const GATHER_MS = 4_100

export async function startTalk(options: TalkOptions = {}): Promise<Talk> {
  const { channel = 'web-chat', language = 'da', at = MONDAY_MORNING } = options
  const { shared } = options
  const clock = shared?.clock ?? settableClock(at)
  clock.set(at)
  const house = shared?.house ?? (await openTestHouse(clock))
  const address = options.address ?? `test:${crypto.randomUUID()}`
  const { engine, storage } = house
  const number = '+4520000123'
  const conversationId =
    options.conversationId ?? (await engine.dialogue.start({ channel, address, language, number }))

  const receives: Talk['receives'] = (
    text,
    said = { via: 'typed' },
    messageId = crypto.randomUUID(),
  ) => engine.dialogue.receive(conversationId, { channel, address, messageId, text, said })
  const recorded = () => storage.log.read(conversationId)
  const events = async () => (await recorded()).map(({ event }) => event)

  return {
    house,
    clock,
    conversationId,
    receives,
    recorded,
    events,
    async says(text, said) {
      const before = (await recorded()).length
      await receives(text, said)
      if (channel === 'sms') clock.forward(GATHER_MS)
      engine.clockMoved()
      await engine.settled(conversationId, REPLY_LIMIT_MS).catch(() => [])
      const fresh = (await events()).slice(before)
      const reply = fresh.find((event) => event.type === 'reply-chosen')
      if (!reply) return '(silence)'
      return (await storage.personal.get(conversationId, reply.reply.id, 'text')) ?? '(erased)'
    },
    async lastEvent(type) {
      const found = (await events()).findLast((event) => event.type === type)
      return found as Extract<ConversationEvent, { type: typeof type }> | undefined
    },
    staffArrive: (staffId = 'mette') => house.presence.enter(staffId),
    async passes(ms) {
      clock.forward(ms)
      engine.clockMoved()
      await dueSettled(house)
    },
    async [Symbol.asyncDispose]() {
      if (!shared) await house.close()
    },
  }
}

export async function openTestHouse(
  clock: SettableClock,
  dataDir = ':memory:',
  onDurable = () => {},
): Promise<House> {
  const logger = pino({ level: 'silent' })
  const house = await openHouse({
    dataDir,
    clock,
    logger,
    interpretLimitMs: 5_000,
    learntFile: sharedLearntFile,
    onDurable,
  })
  await house.model.trained
  return house
}

/** Waits until nothing is ripe any more. */
async function dueSettled({ storage, clock }: House): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await storage.dues.ripe(clock.now(), 1)).length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
