import type { FastifySchema, RouteShorthandOptions } from 'fastify'
import { z } from 'zod'
import { Problem } from './problem.ts'

/** What stands in the description of the API about a page or a form on one. */
export type PageIs = {
  summary: string
  description?: string
  /** Which security scheme the page asks for; none: everybody may. */
  security?: string
  params?: z.ZodObject
  query?: z.ZodObject
  /** The fields of the form, as the handler reads them. */
  form?: z.ZodType
  /** What comes back, in words, by status: pages, or redirects below 400. */
  answers: Readonly<Record<number, string>>
  /** What is read there when it is no page. */
  type?: string
  /** Faults beside the answers are a page too, or a problem as JSON. */
  faults?: 'page' | 'problem'
}

/**
 * Options for the route of a page: it stands in the description of the API, and nothing is checked before its handler,
 * which shows what is wrong at the field where it is wrong.
 */
export function describedPage(
  is: PageIs,
): Pick<RouteShorthandOptions, 'schema' | 'validatorCompiler'> {
  const { summary, description, security, params, query, form, type = 'text/html' } = is
  const isPage = is.faults === 'page'
  const rest = isPage ? withContent('A page that says what to do.', ['text/html']) : Problem
  const answers = Object.entries(is.answers).map(([status, words]) => {
    if (status.startsWith('3')) return [status, z.null().describe(words)] as const
    if (status.startsWith('2')) return [status, withContent(words, [type])] as const
    // What is refused before the page is made is a problem, with the same status.
    return [status, withContent(words, isPage ? ['text/html'] : ['text/html', JSON_TYPE])] as const
  })
  const schema: FastifySchema = {
    tags: ['pages'],
    summary,
    ...(description && { description }),
    ...(security && { security: [{ [security]: [] }] }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(form && { body: form, consumes: ['application/x-www-form-urlencoded'] }),
    response: { ...Object.fromEntries(answers), '4xx': rest, '5xx': rest },
  }
  return { schema, validatorCompiler: () => () => true }
}

/** A route that the description leaves out on purpose. */
export const hidden = { schema: { hide: true } } as const

const JSON_TYPE = 'application/json'

function withContent(description: string, types: readonly string[]) {
  const content = types.map((type) => [type, { schema: type === JSON_TYPE ? Problem : z.string() }])
  return { description, content: Object.fromEntries(content) }
}
