import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { Problem } from '#platform/problem.ts'
import { type BucketLimit, bucketsByKey } from '#platform/token-bucket.ts'
import type { WebhookDeps } from './deps.ts'
import { echoGuard } from './echo-guard.ts'
import { inTurn } from './in-turn.ts'
import { InboundSms, takeInbound } from './inbound.ts'
import { readSigned } from './read-signed.ts'
import { StatusReport, takeStatus } from './status.ts'

/** A text of the longest kind with every optional field is below this. */
const LARGEST_WEBHOOK_BYTES = 32 * 1024
/** People in a hurry write ten in a minute; each answer costs money. */
const TEXTS_PER_NUMBER: BucketLimit = { capacity: 20, perSecond: 0.2 }

/**
 * The webhooks of the SMS provider: `POST /sms/inbound` for texts, `POST /sms/status` for receipts.
 * They answer 200 only after what came in is durable; 4xx and 5xx make the provider send it again.
 * Without a secret there are no routes.
 */
export function smsChannel(deps: WebhookDeps): FastifyPluginAsync {
  return async (app) => {
    const { secret } = deps.config
    if (!secret) return
    await app.register(async (webhooks) => {
      keepBodyAsText(webhooks)
      const memory = {
        inTurn: inTurn(),
        echoes: echoGuard(() => performance.now()),
        paceOf: bucketsByKey(TEXTS_PER_NUMBER),
      }
      const options = { bodyLimit: LARGEST_WEBHOOK_BYTES }
      webhooks.post(
        '/sms/inbound',
        { ...options, schema: described.inbound, validatorCompiler: checkedAfterSignature },
        async ({ body, headers }) => {
          const sms = await readSigned(body, headers['x-gwapi-signature'], secret, InboundSms)
          const { state } = await takeInbound(deps, memory, sms)
          return { state }
        },
      )
      webhooks.post(
        '/sms/status',
        { ...options, schema: described.status, validatorCompiler: checkedAfterSignature },
        async ({ body, headers }) => {
          const report = await readSigned(body, headers['x-gwapi-signature'], secret, StatusReport)
          await takeStatus(deps, report)
          return { state: 'recorded' }
        },
      )
    })
  }
}

/** Nothing is read of a body before its signature is known to be right. */
const checkedAfterSignature = () => () => true

const shared = {
  tags: ['sms'],
  security: [{ signature: [] }],
  description: 'The body is the payload of the JWT in `X-Gwapi-Signature`, as GatewayAPI sends it.',
}
const problems = { '4xx': Problem, '5xx': Problem }
const described = {
  inbound: {
    ...shared,
    summary: 'A text message came in',
    body: InboundSms,
    response: {
      200: z.object({ state: z.string() }).describe('Durable, or not to be answered.'),
      ...problems,
    },
  },
  status: {
    ...shared,
    summary: 'How a text message fared',
    body: StatusReport,
    response: {
      200: z.object({ state: z.literal('recorded') }).describe('Durable.'),
      ...problems,
    },
  },
}

function keepBodyAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
}
