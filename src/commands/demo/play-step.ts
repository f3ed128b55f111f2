import type { House } from '#house'
import type { DemoStep, DemoTalk } from './read-talks.ts'

/** `passes` is for whoever keeps the time. */
export type PlayedStep = Exclude<DemoStep, { passes: number }>

export type DemoHouse = {
  house: House
  /** Moves the clock on, meeting what becomes due at its own time. A time that is over changes nothing. */
  moveTo(instant: string): Promise<void>
  /** The id of a demo colleague. */
  staffId(name: string): string
}

const GATHER_MS = 4_100
const REPLY_LIMIT_MS = 15_000

export type Place = { id: string; channel: DemoTalk['channel']; address: string }

export async function startTalk(
  { house }: DemoHouse,
  { channel, language }: Pick<DemoTalk, 'channel' | 'language'>,
  number: string,
): Promise<Place> {
  const address = `${channel === 'sms' ? 'sms' : 'web'}:${crypto.randomUUID()}`
  const citizen = { channel, address, language, ...(channel === 'sms' && { number }) }
  return { id: await house.engine.dialogue.start(citizen), channel, address }
}

/** One step of a conversation through the engine, as a channel and the desk would take it. */
export async function playStep(demo: DemoHouse, place: Place, step: PlayedStep): Promise<void> {
  const { dialogue } = demo.house.engine
  const { id } = place
  if ('says' in step) return hear(demo, place, step.says, { via: 'typed' })
  if ('presses' in step)
    return hear(demo, place, step.presses, { via: 'chosen', choice: step.presses })
  if ('citizen' in step) return step.citizen === 'erases' ? dialogue.erase(id) : dialogue.close(id)
  if ('staff' in step) return actAsStaff(demo, id, step)
  const of = await lastReply(demo.house, id)
  await dialogue.giveFeedback(id, { of, helped: step.feedback, comment: step.comment })
}

async function hear(
  demo: DemoHouse,
  { id, channel, address }: Place,
  text: string,
  said: { via: 'typed' } | { via: 'chosen'; choice: 'human' | 'call-me' | 'no-thanks' },
): Promise<void> {
  const { engine } = demo.house
  await engine.dialogue.receive(id, {
    channel,
    address,
    messageId: crypto.randomUUID(),
    text,
    said,
  })
  const gathered = Date.parse(demo.house.clock.now()) + (channel === 'sms' ? GATHER_MS : 0)
  await demo.moveTo(new Date(gathered).toISOString())
  await engine.settled(id, REPLY_LIMIT_MS)
}

async function actAsStaff(
  demo: DemoHouse,
  id: string,
  step: Extract<DemoStep, { staff: string }>,
): Promise<void> {
  const { staffActs } = demo.house.engine
  const me = demo.staffId(step.staff)
  const act = () => {
    switch (step.does) {
      case 'claim':
        return staffActs.claim(id, me)
      case 'say':
        return staffActs.say(id, me, step.text, crypto.randomUUID())
      case 'note':
        return staffActs.note(id, me, step.text)
      case 'close':
        return staffActs.close(id, me, step.disposition, step.text)
      case 'tried':
      case 'reached':
      case 'not-reached':
        return staffActs.reportCallback(id, me, step.does, step.text)
    }
  }
  const { state } = await act()
  if (state !== 'done') throw new Error(`demo: ${step.staff} could not ${step.does} (${state})`)
}

async function lastReply({ storage }: House, id: string): Promise<string> {
  const event = (await storage.log.read(id)).findLast(
    ({ event }) => event.type === 'reply-chosen',
  )?.event
  return event?.type === 'reply-chosen' ? event.reply.id : ''
}
