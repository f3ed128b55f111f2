import { randomUUID } from 'node:crypto'
import cookies from '@fastify/cookie'
import csrfProtection from '@fastify/csrf-protection'
import forms from '@fastify/formbody'
import type { FastifyPluginAsync } from 'fastify'
import { makeAsset, serveAsset } from '#platform/assets.ts'
import { bundleStyle, resolveImport } from '#platform/bundle.ts'
import { actRoutes } from './act-routes.ts'
import { chatCookie } from './chat-cookie.ts'
import type { NoJsDeps } from './deps.ts'
import { guardForms } from './guard-forms.ts'
import { pageMaker } from './page-maker.ts'
import { readRoutes } from './read-routes.ts'
import { sayRoute } from './say-route.ts'

const MAX_FORM_BYTES = 64 * 1024

/** `/chat`: the chat as pages and forms, for whoever has no script. The same engine, limits and masking. */
export function noJsChat(deps: NoJsDeps): FastifyPluginAsync {
  return async (app) => {
    const cookie = chatCookie(deps.secure)
    await app.register(cookies, { secret: deps.cookieSecret })
    await app.register(forms, { bodyLimit: MAX_FORM_BYTES })
    // The token in a form is bound to the cookie that is the key to the conversation.
    await app.register(csrfProtection, {
      cookieKey: cookie.name,
      cookieOpts: { ...cookie.options, signed: true },
    })
    const style = await makeAsset('/chat', 'talk', 'css', await bundleStyle(sheets))
    serveAsset(app, style)
    const files = { stylePath: style.path, iconPath: deps.iconPath, demo: deps.demo }
    const house = { ...deps, cookie, files, newId: randomUUID }
    const pages = pageMaker(house)
    guardForms(app, pages)
    readRoutes(app, house, pages)
    sayRoute(app, house, pages)
    actRoutes(app, house, pages)
  }
}

const sheets = [
  ...['tokens', 'base', 'page'].map((name) => `#platform/browser/${name}.css`),
  ...['chat-messages', 'chat-panel'].map((name) => `#channels/web-chat/browser/${name}.css`),
  '#channels/web-chat/no-js/talk-page.css',
].map(resolveImport)
