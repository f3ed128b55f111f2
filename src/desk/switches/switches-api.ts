import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { deskShared, problems } from '#desk/api-answers.ts'
import { languageOf } from '#desk/cookie.ts'
import type { DeskDeps } from '#desk/deps.ts'
import type { Rights } from '#desk/rights.ts'
import { formRefused } from '#desk/staff-page/form-refused.ts'
import { wordsIn } from '#desk/words.ts'
import { type OffSwitch, offSwitches, setSwitch } from '#dialogue/off-switches.ts'
import { exactly } from '#platform/exactly.ts'
import { SwitchForm } from './switches-routes.ts'

/** What `/desk/switches` does, for programs. */
export function switchesApi(
  plain: FastifyInstance,
  { registers, clock, articles, writtenReason }: DeskDeps,
  rights: Rights,
): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const isArticle = (id: string) => articles.some((article) => article.id === id)
  app.get('/api/switches', { schema: described.list }, async (request) => {
    await rights.lead(request)
    return { off: await offSwitches(registers) }
  })
  app.post('/api/switches', { schema: described.set }, async (request) => {
    const me = await rights.lead(request)
    const { way = '', what = '', why = '' } = request.body
    const reason = writtenReason(why, languageOf(request))
    const who = { name: me.name, id: me.id, at: clock.now() }
    const fault = await setSwitch(registers, isArticle, { way, what, why: reason }, who)
    if (fault) throw formRefused({ what: wordsIn('en')(`switch.fault-${fault}`) })
    return { off: await offSwitches(registers) }
  })
}

const OffSwitchSchema = exactly<OffSwitch>()(
  z.object({
    what: z.string().describe('bot, desk or the id of an article.'),
    by: z.string(),
    at: z.string(),
    why: z.string(),
  }),
)
const Off = z.object({ off: z.array(OffSwitchSchema).readonly() }).describe('What is off now.')
const described = {
  list: {
    ...deskShared,
    summary: 'What is switched off; for leads',
    response: { 200: Off, ...problems },
  },
  set: {
    ...deskShared,
    summary: 'Switch the bot, the desk or one answer off or on; for leads',
    body: SwitchForm,
    response: { 200: Off, ...problems },
  },
}
