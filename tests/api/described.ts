/** What the tests read of an OpenAPI document. */
export type Described = {
  openapi: string
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  tags: readonly { name: string }[]
  components: {
    schemas: Readonly<Record<string, unknown>>
    securitySchemes: Readonly<Record<string, unknown>>
  }
}
export type Operation = {
  operationId?: string
  summary?: string
  tags?: readonly string[]
  security?: readonly Readonly<Record<string, unknown>>[]
  parameters?: readonly { name: string; in: string }[]
  requestBody?: { content: Content }
  responses: Readonly<Record<string, { description?: string; content?: Content }>>
  'x-frames'?: { takes: { $ref: string }; sends: { $ref: string } }
}
export type Content = Readonly<Record<string, { schema?: unknown }>>

/** Every operation with its name: `get /health`. */
export function operationsOf({ paths }: Described): ReadonlyMap<string, Operation> {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, is]) => [`${method} ${path}`, is] as const),
  )
  return new Map(all)
}
