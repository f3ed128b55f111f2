import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod'
import { nameOperations } from './name-operations.ts'
import { onlyUsedSchemas } from './used-schemas.ts'

/** Where people read the description; programs read it at `/api/json` and `/api/yaml`. */
export const API_PAGE = '/api'

/**
 * The description of every route as OpenAPI 3.1, made from the schemas that the routes themselves parse with, and a page to
 * read it on. Call it before the routes are registered.
 */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'The digital front door of Københavns Kommune',
        version: '1',
        description,
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      tags: [
        { name: 'chat', description: 'What a citizen does: ask, press, see what came of it.' },
        { name: 'desk', description: 'What staff do. Needs the cookie of a session.' },
        { name: 'sms', description: 'Webhooks that the SMS provider signs.' },
        { name: 'operations', description: 'Health, readiness and figures.' },
        { name: 'pages', description: 'HTML for people.' },
      ],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'The token of a chat.' },
          session: { type: 'apiKey', in: 'cookie', name: 'desk', description: 'Sign in at /desk.' },
          chat: {
            type: 'apiKey',
            in: 'cookie',
            name: 'chat',
            description: 'The page /chat sets it, signed; `__Host-chat` over TLS.',
          },
          signature: { type: 'apiKey', in: 'header', name: 'X-Gwapi-Signature' },
          metrics: { type: 'http', scheme: 'bearer', description: '`METRICS_TOKEN`.' },
        },
      },
    },
    transform: (route) => toJsonSchema(isSocket(route.schema) ? shown(route) : route),
    transformObject: (document) => {
      const whole = onlyUsedSchemas(withComponents(document))
      nameOperations(whole)
      return whole
    },
  })
  await app.register(swaggerUi, {
    routePrefix: API_PAGE,
    staticCSP: true,
    transformStaticCSP: () => ownFilesOnly,
    uiConfig: {
      docExpansion: 'list',
      // With it swagger-ui puts a link into each button, which keyboards and readers stumble over.
      deepLinking: false,
      layout: 'BaseLayout',
      supportedSubmitMethods: [],
    },
    theme: {
      title: 'API – the digital front door',
      css: [{ filename: 'page.css', content: await readFile(style, 'utf8') }],
    },
  })
}

const style = new URL('api-page.css', import.meta.url)

const zodToJsonConfig = { target: 'draft-2020-12' } as const
const toJsonSchema = createJsonSchemaTransform({ zodToJsonConfig })
const withComponents = createJsonSchemaTransformObject({ zodToJsonConfig })

type Route = Parameters<typeof toJsonSchema>[0]

function isSocket(schema: Route['schema']): boolean {
  return schema !== undefined && 'x-frames' in schema
}

/** @fastify/websocket hides its routes, as it cannot know what travels over them. Ours say it. */
function shown(route: Route): Route {
  return { ...route, schema: { ...route.schema, hide: false } } as Route
}

/** The page draws its icons from data addresses; nothing comes from elsewhere. */
const ownFilesOnly = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const description = `One dialogue engine behind web chat, text messages and the desk.

- Every error has the same shape: a **code** that never changes (docs/errors.md lists them), **what** happened, and what to **do**.
- Nothing is answered with success before it is durable; sending the same message id twice is harmless.
- **A citizen's program** starts a conversation, keeps the token and sends it as \`Authorization: Bearer …\`.
- **A program at the desk** posts name and password to \`/desk/sign-in\` as a form, does not follow the redirect, and keeps the cookie for twelve hours. Every request that changes something needs an \`Origin\` header with the address of this server: it stops other pages, as a token in a form would.
- **The forms of \`/chat\`** need the cookie of the page and the hidden field \`_csrf\` that stands in it.
- The two sockets, \`/chat-socket\` and \`/desk/live\`, carry the same messages as JSON frames, pushed; the frames stand under Schemas.

docs/api.md has two examples that work as they stand.`
