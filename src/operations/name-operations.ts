type Operation = {
  operationId?: string
  responses?: Record<
    string,
    { description?: string; content?: Record<string, { schema?: unknown }> }
  >
}
type Described = {
  paths?: Record<string, unknown>
  components?: { schemas?: Record<string, unknown> }
}

const methods = ['get', 'post', 'put', 'delete', 'patch']

/** Gives each operation an id, made of method and path, and each answer that has none the words of its schema. */
export function nameOperations(document: Described): void {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const operations = Object.entries(item as Record<string, Operation>)
    for (const [method, operation] of operations) {
      if (!methods.includes(method)) continue
      operation.operationId = idOf(method, path)
      for (const response of Object.values(operation.responses ?? {}))
        if (response.description === UNSAID) response.description = wordsFor(response, document)
    }
  }
}

/** What @fastify/swagger writes where nothing was said. */
const UNSAID = 'Default Response'

function idOf(method: string, path: string): string {
  const parts = path.split(/[^\w-]+/).filter(Boolean)
  return [method, ...(parts.length > 0 ? parts : ['start'])].join('-')
}

function wordsFor(
  { content = {} }: { content?: Record<string, { schema?: unknown }> },
  { components }: Described,
): string {
  const schema = Object.values(content)[0]?.schema as { $ref?: string } | undefined
  const name = schema?.$ref?.split('/').at(-1) ?? ''
  const component = components?.schemas?.[name] as { description?: string } | undefined
  return component?.description ?? 'Done.'
}
