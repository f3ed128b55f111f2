import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { makeAsset, serveAsset } from '#platform/assets.ts'
import { bundleScript, bundleStyle, resolveImport } from '#platform/bundle.ts'
import { hidden } from '#platform/described-page.ts'
import { AppError } from '#platform/errors.ts'
import { refuseForeignOrigin } from '#platform/origin.ts'
import { countSegments } from '#platform/sms-segments.ts'
import { phonePage } from './phone-page.ts'
import { Weather } from './weather.ts'

/**
 * The demo's phone: `GET /sms` is the page; what it does goes through `/sms/demo/…` to the fake provider's HTTP, and nowhere else.
 * `providerUrl` is where the fake listens.
 */
export function smsDemo({ providerUrl }: { providerUrl: string }): FastifyPluginAsync {
  return async (app) => {
    await app.register(async (demo) => {
      demo.addHook('preValidation', refuseForeignOrigin('same'))
      await servePage(demo)
      serveProvider(demo, providerUrl)
      demo.post('/sms/demo/count', hidden, async ({ body }) =>
        countSegments(parse(Draft, body).text),
      )
    })
  }
}

async function servePage(app: FastifyInstance): Promise<void> {
  const styles = [
    'platform/browser/tokens',
    'platform/browser/base',
    'platform/browser/page',
    'channels/sms/browser/phone',
  ]
  const [code, css] = await Promise.all([
    bundleScript(resolveImport('#channels/sms/browser/main.ts')),
    bundleStyle(styles.map((name) => resolveImport(`#${name}.css`))),
  ])
  const script = await makeAsset('/sms', 'phone', 'js', code)
  const style = await makeAsset('/sms', 'phone', 'css', css)
  serveAsset(app, script)
  serveAsset(app, style)
  const files = { script: script.path, style: style.path }
  app.get('/sms', hidden, async ({ query }, reply) => {
    const { lang } = Wanted.parse(query)
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      .send(phonePage(lang, files))
  })
}

function serveProvider(app: FastifyInstance, providerUrl: string): void {
  const ask = (path: string, method: 'GET' | 'POST' | 'PUT', body?: object) =>
    askProvider(new URL(path, providerUrl), method, body)
  app.get('/sms/demo/phones/:msisdn', hidden, async ({ params }) => {
    const { msisdn } = parse(Phone, params)
    return ask(`/handset/${msisdn}`, 'GET')
  })
  app.post('/sms/demo/phones/:msisdn', hidden, async ({ params, body }, reply) => {
    const { msisdn } = parse(Phone, params)
    return reply.code(202).send(await ask(`/handset/${msisdn}`, 'POST', parse(Text, body)))
  })
  app.put('/sms/demo/weather', hidden, async ({ body }) =>
    ask('/weather', 'PUT', parse(z.object({ weather: Weather }), body)),
  )
}

async function askProvider(url: URL, method: string, body: object | undefined): Promise<unknown> {
  try {
    const sent = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const signal = AbortSignal.timeout(5_000)
    const response = await fetch(url, { method, signal, ...(body ? sent : {}) })
    if (response.ok) return await response.json()
  } catch {
    // Said below, like an answer that is none.
  }
  throw new AppError(
    'provider-failed',
    'The fake SMS provider does not answer.',
    'Start the demo again.',
  )
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new AppError(
    'request-invalid',
    'The phone page sent something else than a text.',
    'Reload the page.',
  )
}

const Wanted = z.object({ lang: z.enum(['da', 'en']).catch('da') })
const Phone = z.object({ msisdn: z.string().regex(/^45\d{8}$/) })
const Text = z.object({ text: z.string().trim().min(1).max(1600) })
const Draft = z.object({ text: z.string().max(1600) })

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
