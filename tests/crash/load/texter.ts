import { setTimeout as wait } from 'node:timers/promises'
import type { GatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { markedQuestion } from './questions.ts'
import type { Witness } from './witness.ts'

type Options = {
  provider: GatewayApiFake
  msisdn: number
  random: () => number
  witness: Witness
  stop: AbortSignal
}

const LOOK_EVERY_MS = 50

/** Somebody who texts one question after another, each when the last was answered. The provider repeats what was not taken. */
export async function runTexter(options: Options): Promise<void> {
  const { provider, msisdn, random, witness, stop } = options
  const answers = () => provider.handsets.of(msisdn).filter(({ by }) => by === 'city').length
  while (!stop.aborted) {
    const before = answers()
    const { text, mark } = markedQuestion(random)
    if (!(await provider.text(msisdn, text))) throw new Error(`"${mark}" was never taken`)
    witness.acknowledged(mark)
    while (answers() === before) await wait(LOOK_EVERY_MS)
  }
}
