import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Described, operationsOf } from './described.ts'
import { type DescribedApp, openDescribedApp } from './described-app.ts'

let app: DescribedApp
let document: Described
beforeAll(async () => {
  app = await openDescribedApp()
  document = app.document
})
afterAll(() => app[Symbol.asyncDispose]())

/** Left out on purpose: files for browsers, the page that shows the description, the demo's played phone. */
const hidden = [
  /^get \/(chat|desk|sms)\/(assets\/)?[\w-]+\.[0-9a-f]{16}\.(js|css|svg)$/,
  /^get \/chat\.js$/,
  /^get \/api(\/|$)(?!chat\/)/,
  /^(get|post|put) \/sms(\/demo\/.*)?$/,
]

describe('the description of the API', () => {
  it('has every route of the server, but for those that are left out on purpose', () => {
    const described = operationsOf(document)
    const left = app.routes.filter((route) => !described.has(route))
    expect(left.filter((route) => !hidden.some((pattern) => pattern.test(route)))).toEqual([])
    expect(app.routes.length).toBeGreaterThan(60)
  })

  it('describes no route that is not there', () => {
    const gone = [...operationsOf(document).keys()].filter((name) => !app.routes.includes(name))
    expect(gone).toEqual([])
  })

  it('says of each operation what it does, for whom, and what comes back', () => {
    const tags = document.tags.map(({ name }) => name)
    const poor = [...operationsOf(document)].filter(
      ([, { summary, tags: has = [], responses }]) => {
        const answers = Object.values(responses)
        const isSaid = answers.every(
          ({ description = '' }) => !/^(|Default Response|Done\.)$/.test(description),
        )
        return !summary || has.length !== 1 || !has.every((tag) => tags.includes(tag)) || !isSaid
      },
    )
    expect(poor.map(([name]) => name)).toEqual([])
  })

  it('is OpenAPI 3.1: ids once, security schemes and schemas that exist, parameters of the path', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const operations = [...operationsOf(document)]
    const ids = operations.map(([, { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(operations.length)
    expect(ids).not.toContain(undefined)
    const schemes = operations.flatMap(([, { security = [] }]) => security.flatMap(Object.keys))
    expect(schemes.filter((name) => !(name in document.components.securitySchemes))).toEqual([])
    const wanted = refsIn(document).filter((ref) => !(ref in document.components.schemas))
    expect(wanted).toEqual([])
    const unnamed = operations.filter(([name, { parameters = [] }]) => {
      const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.name)
      const places = [...name.matchAll(/\{(\w+)\}/g)].map(([, place]) => place)
      return places.toSorted().join() !== inPath.toSorted().join()
    })
    expect(unnamed.map(([name]) => name)).toEqual([])
    const statuses = operations.flatMap(([, { responses }]) => Object.keys(responses))
    expect(statuses.filter((status) => !/^[1-5](\d\d|XX)$/.test(status))).toEqual([])
  })

  it('gives what travels over both sockets', () => {
    const operations = operationsOf(document)
    for (const name of ['get /chat-socket', 'get /desk/live']) {
      const { responses, 'x-frames': frames } = operations.get(name) ?? { responses: {} }
      expect([name, Object.keys(responses)[0]]).toEqual([name, '101'])
      expect(refsIn(frames)).toHaveLength(2)
    }
  })
})

function refsIn(part: unknown): readonly string[] {
  const refs: string[] = []
  JSON.stringify(part, (key, value) => {
    if (key === '$ref') refs.push(String(value).replace('#/components/schemas/', ''))
    return value
  })
  return refs
}
