import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** A file for the browser, kept in memory and named after its content, so that it may be cached for ever. */
export type Asset = { path: string; type: string; body: Buffer; zipped: Buffer }

/** `makeAsset('/chat', 'widget', 'js', code).path` is `/chat/widget.<hash>.js`. */
export async function makeAsset(
  folder: string,
  name: string,
  extension: keyof typeof types,
  content: string,
): Promise<Asset> {
  const body = Buffer.from(content)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  return {
    path: `${folder}/${name}.${hash}.${extension}`,
    type: types[extension],
    body,
    zipped: await zip(body, { level: 9 }),
  }
}

/** Serves the asset under its hashed path. */
export function serveAsset(app: FastifyInstance, asset: Asset): void {
  app.get(asset.path, { schema: { hide: true } }, (request, reply) =>
    sendAsset(request, reply, asset, 'public, max-age=31536000, immutable'),
  )
}

/** Serves the content of an asset at a path that stays the same: browsers ask again after `maxAgeS` seconds. */
export function serveAssetAt(
  app: FastifyInstance,
  path: string,
  asset: Asset,
  maxAgeS: number,
): void {
  app.get(path, { schema: { hide: true } }, (request, reply) =>
    sendAsset(request, reply, asset, `public, max-age=${maxAgeS}, must-revalidate`),
  )
}

const zip = promisify(gzip)
const types = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
  caching: string,
): FastifyReply {
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (zipped) reply.header('content-encoding', 'gzip')
  return (
    reply
      .header('content-type', asset.type)
      .header('cache-control', caching)
      .header('vary', 'accept-encoding')
      .header('x-content-type-options', 'nosniff')
      // The city's pages live on other origins than this server.
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(zipped ? asset.zipped : asset.body)
  )
}
