import type { Incoming } from '#dialogue/dialogue.ts'
import type { StaffActed } from '#dialogue/staff-acts.ts'
import type { House } from '#house'
import { type CitizenName, conversationOf, says } from './citizens.ts'

/** One thing that somebody outside does, and repeats until it is acknowledged. */
export type Step = {
  name: string
  /** When, as an instant. Steps are in the order of time. */
  at: string
  act(house: House): Promise<void>
}

const NIGHT = '2026-06-05T20'
const MORNING = '2026-06-08T07'
const SLOT = { from: '2026-06-08T07:00:00.000Z', to: '2026-06-08T10:00:00.000Z' }
const STAFF = 'mette'

/** Friday night and Monday morning, in which everything that becomes durable does so at least once. */
export const story: readonly Step[] = [
  say('web', `${NIGHT}:00:00.000Z`, 'Hvordan får jeg et nyt pas?'),
  say('web', `${NIGHT}:01:00.000Z`, 'og hvad koster det?'),
  say('web', `${NIGHT}:02:00.000Z`, 'kan jeg tale med et menneske'),
  say('sms', `${NIGHT}:03:00.000Z`, 'Hvordan kommer jeg af med storskrald?'),
  pause(`${NIGHT}:03:10.000Z`),
  say('web', `${NIGHT}:04:00.000Z`, 'Mandag formiddag', {
    via: 'form',
    slot: SLOT,
    phone: '20 00 01 23',
  }),
  say('sms', `${NIGHT}:05:00.000Z`, 'hvordan sorterer jeg mit affald'),
  say('sms', `${NIGHT}:05:01.000Z`, 'altså pap og plast'),
  pause(`${NIGHT}:05:10.000Z`),
  say('sms', `${NIGHT}:06:00.000Z`, 'jeg vil gerne tale med et menneske'),
  pause(`${NIGHT}:06:10.000Z`),
  say('sms', `${NIGHT}:07:00.000Z`, 'Skriv til mig her', { via: 'chosen', choice: 'write-here' }),
  pause(`${NIGHT}:07:10.000Z`),
  staff('claims', `${MORNING}:00:00.000Z`, 'sms', (acts, id) => acts.claim(id, STAFF)),
  staff('writes', `${MORNING}:01:00.000Z`, 'sms', (acts, id) =>
    acts.say(id, STAFF, 'Godmorgen, her er Mette. Pap og plast skal hver for sig.', 'mette-1'),
  ),
  say('sms', `${MORNING}:02:00.000Z`, 'mange tak'),
  staff('returns it', `${MORNING}:03:00.000Z`, 'sms', (acts, id) => acts.returnToBot(id, STAFF)),
  pause(`${MORNING}:03:10.000Z`),
  say('sms', `${MORNING}:04:00.000Z`, 'jeg vil gerne tale med et menneske igen'),
  pause(`${MORNING}:04:10.000Z`),
  staff('claims again', `${MORNING}:05:00.000Z`, 'sms', (acts, id) => acts.claim(id, STAFF)),
  staff('closes', `${MORNING}:06:00.000Z`, 'sms', (acts, id) =>
    acts.close(id, STAFF, 'solved-by-staff', 'Spurgte om pap.'),
  ),
  staff('reaches by phone', `${MORNING}:07:00.000Z`, 'web', (acts, id) =>
    acts.reportCallback(id, STAFF, 'reached', 'Fik svar om passet.'),
  ),
]

function say(
  citizen: CitizenName,
  at: string,
  text: string,
  said: Incoming['said'] = { via: 'typed' },
): Step {
  return {
    name: `${citizen}: ${text}`,
    at,
    act: (house) => says(house, citizen, { messageId: at, text, said }),
  }
}

function pause(at: string): Step {
  return { name: 'time passes', at, act: async () => {} }
}

/** An act that was done and not acknowledged is found done, or its conversation beyond it. */
function staff(
  name: string,
  at: string,
  citizen: CitizenName,
  act: (acts: House['engine']['staffActs'], conversationId: string) => Promise<StaffActed>,
): Step {
  return {
    name: `${STAFF} ${name}`,
    at,
    async act(house) {
      const { state } = await act(house.engine.staffActs, await conversationOf(house, citizen))
      if (state === 'taken') throw new Error(`${name}: somebody else has it`)
    },
  }
}
