import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { deskShared, problems } from '#desk/api-answers.ts'
import type { DeskDeps } from '#desk/deps.ts'
import { DeskItemSchema } from '#desk/desk-schemas.ts'
import type { Rights } from '#desk/rights.ts'
import { formRefused } from '#desk/staff-page/form-refused.ts'
import { textsOf } from '#desk/staff-page/texts.ts'
import { wordsIn } from '#desk/words.ts'
import { TranscriptLineSchema } from '#dialogue/transcript-schema.ts'
import { AppError } from '#platform/errors.ts'
import { readPast } from './read-past.ts'
import { readSearch, SearchForm } from './search-form.ts'
import { searchPast } from './search-past.ts'
import { traceSearches } from './trace-searches.ts'

/** What `/desk/search` and `/desk/conversation/<id>` show, for programs. Both leave the same trace. */
export function searchApi(plain: FastifyInstance, deps: DeskDeps, rights: Rights): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const trace = traceSearches(deps.registers, deps.clock)
  app.post('/api/search', { schema: described.search }, async (request) => {
    const me = await rights.staff(request)
    const read = readSearch(textsOf(request.body, SearchForm), wordsIn('en'))
    if ('faults' in read) throw formRefused(read.faults)
    await trace.searched(me.id, read.wanted)
    const { hits, next, isCutShort } = await searchPast(
      deps,
      read.wanted,
      request.body.below || null,
    )
    const found = hits.map(({ item, past, snippet }) => ({
      conversation: item,
      staff: past.staff,
      at: past.at,
      snippet,
    }))
    return { found, next, isCutShort }
  })
  app.get('/api/past/:conversationId', { schema: described.read }, async (request) => {
    const me = await rights.staff(request)
    const read = await readPast(deps, request.params.conversationId)
    if (!read)
      throw new AppError(
        'not-found',
        'No such conversation has stood at the desk.',
        'Search for it with POST /desk/api/search.',
      )
    const { item, lines, mayReopen, isAtDesk } = read
    await trace.opened(me.id, item.conversationId)
    return { conversation: item, lines, mayReopen, isAtDesk }
  })
}

const Snippet = z.array(z.object({ text: z.string(), isHit: z.boolean() })).readonly()
const described = {
  search: {
    ...deskShared,
    summary: 'Search conversations that stood at the desk, newest first',
    description:
      'It is posted, since what is searched for must stand in no log. Who searched is kept.',
    body: SearchForm,
    response: {
      200: z
        .object({
          found: z.array(
            z.object({
              conversation: DeskItemSchema,
              staff: z.array(z.string()).readonly().describe('Ids of the accounts that had it.'),
              at: z.string(),
              snippet: Snippet.nullable(),
            }),
          ),
          next: z.string().nullable().describe('Send it as `below` to go on; null: that was all.'),
          isCutShort: z.boolean().describe('It took too long; older ones were not looked at yet.'),
        })
        .describe('At most twenty.'),
      ...problems,
    },
  },
  read: {
    ...deskShared,
    summary: 'Read a conversation that stood at the desk, also when it is over',
    description: 'Who opened it is kept.',
    params: z.object({ conversationId: z.string() }),
    response: {
      200: z
        .object({
          conversation: DeskItemSchema,
          lines: z.array(TranscriptLineSchema).readonly(),
          mayReopen: z.boolean(),
          isAtDesk: z.boolean(),
        })
        .describe('The conversation with what was said.'),
      ...problems,
    },
  },
}
