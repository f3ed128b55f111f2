import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { openApp } from '#app'
import { readConfig } from '#config'
import type { Described } from './described.ts'

/** A route as the server has it, in the words of the description: `get /desk/conversation/{id}`. */
export type RouteName = string

/** The whole product as `npm start` runs it, on a Tuesday at 10.30, with every route that it registered. */
export async function openDescribedApp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'described-'))
  const routes = new Set<RouteName>()
  const note = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.add(nameOf(one, url))
    })
  }
  // Routes are registered while the app opens: nobody can ask for them later.
  subscribe(STARTED, note)
  const environment = { DATA_DIR: dataDir, AT: '2026-06-09T10:30', ...provider }
  const app = await openApp(readConfig(environment), pino({ level: 'silent' }))
  unsubscribe(STARTED, note)
  const url = await app.server.listen({ host: '127.0.0.1', port: 0 })
  await app.house.model.trained
  const document = (await (await fetch(`${url}/api/json`)).json()) as Described
  return {
    url,
    document,
    routes: [...routes].toSorted(),
    signInToken: app.signInPath?.split('#')[1] ?? '',
    async [Symbol.asyncDispose]() {
      await app.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
export type DescribedApp = Awaited<ReturnType<typeof openDescribedApp>>

/** What the provider signs with; nobody listens at its address, so that nothing is sent. */
export const SMS_SECRET = 'a-secret-of-the-provider'
const provider = {
  GATEWAYAPI_SECRET: SMS_SECRET,
  GATEWAYAPI_TOKEN: 'a-token',
  GATEWAYAPI_URL: 'http://127.0.0.1:9',
  SMS_NUMBER: '4520001204',
}

const STARTED = 'fastify.initialization'

function nameOf(method: string, url: string): RouteName {
  const path = url.replace(/:(\w+)/g, '{$1}').replace(/(.)\/$/, '$1')
  return `${method.toLowerCase()} ${path}`
}
