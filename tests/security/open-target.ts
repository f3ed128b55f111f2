import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GatewayApiFake, startGatewayApiFake } from '#channels/sms/demo/gateway-api-fake.ts'
import { signInFirst } from '#desk/testing/desk-client.ts'
import { freePort } from '#tests/kit/free-port.ts'
import { type RunningServer, startServer } from '#tests/kit/start-server.ts'

/** The product as a process of its own, with a provider and a lead who is signed in: what the attacks are aimed at. */
export type Target = AsyncDisposable & {
  origin: string
  server: RunningServer
  provider: GatewayApiFake
  dataDir: string
  databasePath: string
  secret: string
  lead: string
}

export async function openTarget(): Promise<Target> {
  const dataDir = await mkdtemp(join(tmpdir(), 'front-door-target-'))
  const port = await freePort()
  const account = { secret: 'a-secret-for-the-attacks', token: 'a-token-for-the-attacks' }
  const provider = await startGatewayApiFake({
    ...account,
    receiver: 4520001204,
    webhooksAt: () => `http://127.0.0.1:${port}`,
    now: () => new Date().toISOString(),
    pace: { repeatMs: [], slowMs: 500, deliverMs: 50 },
  })
  const environment = {
    AT: '2026-06-08T10:00',
    LOG_LEVEL: 'trace',
    GATEWAYAPI_SECRET: account.secret,
    GATEWAYAPI_TOKEN: account.token,
    GATEWAYAPI_URL: provider.url,
    SMS_NUMBER: '4520001204',
  }
  const server = await startServer({ port, dataDir, environment })
  const { origin, signInLink = '' } = server
  const lead = await signInFirst({ url: origin, signInLink: async () => signInLink }, 'Mette')
  return {
    origin,
    server,
    provider,
    dataDir,
    databasePath: join(dataDir, 'front-door.db'),
    secret: account.secret,
    lead,
    async [Symbol.asyncDispose]() {
      await server.kill()
      await provider.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
