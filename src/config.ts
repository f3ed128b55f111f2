import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import { isAddressOrNetwork, type TrustedProxies } from '#platform/trusted-proxies.ts'

/** Everything that can be set from outside. docs/configuration.md has the table; nothing else reads the environment. */
export type Config = {
  host: string
  port: number
  dataDir: string
  logLevel: string
  /** Not in production: example content is shown and a fake SMS provider stands in. */
  demo: boolean
  /** Where the demo's clock starts, as an instant; undefined: the real time. */
  startAt: string | undefined
  /** Whose X-Forwarded-For is believed. */
  trustProxy: TrustedProxies
  /** Origins of pages, besides our own, that may embed the chat. */
  chatOrigins: readonly string[]
  allowUnverified: boolean
  /** The desk is reached over TLS: its cookie is Secure. */
  secure: boolean
  interpretLimitMs: number
  /** Open minutes without pick-up after which somebody has waited too long. */
  waitLimitMinutes: number
  /** What a collector of figures on another machine must bring. */
  metricsToken: string | null
  sms: SmsConfig | undefined
}
export type SmsConfig = {
  secret: string
  token: string
  number: string
  url: string
  /** What citizens write first on a number shared with others; null when the number is ours alone. */
  keyword: string | null
}

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const flags = new Map([
  ['0', false],
  ['false', false],
  ['', false],
  ['1', true],
  ['true', true],
])

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  NODE_ENV: z.string().optional(),
  AT: z
    .string()
    .refine(
      (at) => copenhagenInstant(at) !== undefined,
      'is Copenhagen time such as 2026-06-05T22:00',
    )
    .transform(copenhagenInstant)
    .optional(),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((value) => flags.get(value) ?? listOf(value))
    .refine(
      (value) => typeof value === 'boolean' || value.every(isAddressOrNetwork),
      'is 0, 1 for a proxy on this machine, or the addresses of the proxies such as 10.1.2.3 or 10.1.0.0/16',
    ),
  CHAT_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .pipe(z.array(z.string().refine(isOrigin, 'is a list of origins such as https://www.kk.dk'))),
  ALLOW_UNVERIFIED: flag,
  SECURE: flag,
  INTERPRET_LIMIT_MS: z.coerce.number().int().min(100).max(60_000).default(4_000),
  METRICS_TOKEN: z.string().min(16, 'has 16 characters or more').optional(),
  WAIT_LIMIT_MINUTES: z.coerce.number().int().min(1).max(600).default(5),
  GATEWAYAPI_SECRET: z.string().min(16, 'has 16 characters or more').optional(),
  GATEWAYAPI_TOKEN: z.string().min(1).optional(),
  GATEWAYAPI_URL: z.url({ protocol: /^https?$/ }).default('https://gatewayapi.com'),
  SMS_KEYWORD: z.string().regex(/^\S+$/, 'is one word').optional(),
  SMS_NUMBER: z
    .string()
    .regex(/^\d{4,15}$/, 'has only digits, with the country code')
    .optional(),
})

/** Reads the environment. Throws `config-invalid` with every problem in one list. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`),
    ...halfSet(environment),
  ]
  if (!parsed.success || problems.length > 0) throw invalid(problems)
  const read = parsed.data
  const [secret, token, number] = SMS_SETTINGS.map((name) => read[name])
  const demo = read.NODE_ENV !== 'production'
  return {
    host: read.HOST,
    port: read.PORT,
    dataDir: read.DATA_DIR,
    // In the demo the addresses should not drown among request lines.
    logLevel: read.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    demo,
    startAt: read.AT,
    trustProxy: read.TRUST_PROXY,
    chatOrigins: read.CHAT_ORIGINS,
    allowUnverified: read.ALLOW_UNVERIFIED,
    secure: read.SECURE,
    interpretLimitMs: read.INTERPRET_LIMIT_MS,
    waitLimitMinutes: read.WAIT_LIMIT_MINUTES,
    metricsToken: read.METRICS_TOKEN ?? null,
    sms:
      secret && token && number
        ? { secret, token, number, url: read.GATEWAYAPI_URL, keyword: read.SMS_KEYWORD ?? null }
        : undefined,
  }
}

/** Whether an address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

const SMS_SETTINGS = ['GATEWAYAPI_SECRET', 'GATEWAYAPI_TOKEN', 'SMS_NUMBER'] as const

function halfSet(environment: Readonly<Record<string, string | undefined>>): string[] {
  const set = SMS_SETTINGS.filter((name) => environment[name])
  if (set.length === 0 || set.length === SMS_SETTINGS.length) return []
  return ['GATEWAYAPI_SECRET, GATEWAYAPI_TOKEN and SMS_NUMBER go together: set all or none']
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text
}

/** Undefined when there is no such day or time. */
function copenhagenInstant(local: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(local)) return undefined
  try {
    const instant = Temporal.PlainDateTime.from(local, { overflow: 'reject' })
      .toZonedDateTime('Europe/Copenhagen')
      .toInstant()
    return new Date(instant.epochMilliseconds).toISOString()
  } catch {
    return undefined
  }
}

/** One error with every problem in it. */
export function invalid(problems: readonly string[]): AppError {
  return new AppError(
    'config-invalid',
    `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n  ${problems.join('\n  ')}\n`,
    'Correct the environment variables; docs/configuration.md lists them all.',
  )
}
