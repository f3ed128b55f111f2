import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { describedPage } from '#platform/described-page.ts'

const Choice = z.object({ language: z.enum(['da', 'en']), back: z.string().max(2_000) })
const A_YEAR_S = 31_536_000

/** The other language without a script: remembered as the live page remembers it, and back to where one was. */
export function languageRoute(app: FastifyInstance): void {
  app.post('/language', described, (request, reply) => {
    const read = Choice.safeParse(request.body)
    if (!read.success) return reply.redirect('/desk/', 303)
    const { language, back } = read.data
    const options = { path: '/desk', maxAge: A_YEAR_S, sameSite: 'strict' } as const
    reply.setCookie('desk-language', language, options)
    // Nobody is led away from the desk by an address that somebody made up.
    return reply.redirect(/^\/desk\/[\w?=&%./+-]*$/.test(back) ? back : '/desk/', 303)
  })
}

const described = describedPage({
  summary: 'Choose the language of the desk',
  form: Choice,
  answers: { 303: 'Back to where one was.' },
})
