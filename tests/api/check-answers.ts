import { createRequire } from 'node:module'
import { type Described, type Operation, operationsOf } from './described.ts'

type Fault = { instancePath: string; message: string; params: object }
type Validate = { (value: unknown): boolean; errors: readonly Fault[] | null }
type Ajv = { addKeyword(name: string): void; compile(schema: object): Validate }
/** The validator that the HTTP server brings along. */
const { Ajv2020 } = createRequire(import.meta.resolve('fastify'))('ajv/dist/2020.js') as {
  Ajv2020: new (options: object) => Ajv
}

/** Compares what is really sent with what the description says of it. Faults are named by where they stand. */
export function answerChecker(document: Described) {
  const { schemas } = document.components
  const faultsIn = comparer(schemas, { coerceTypes: false })
  // What a form holds is text, numbers too.
  const faultsInForm = comparer(schemas, { coerceTypes: true })
  const operations = operationsOf(document)

  return {
    /** A frame against a schema of the document. */
    frame: (schema: string, frame: unknown) => faultsIn(schemas[schema], frame),
    body(name: string, type: string, body: unknown): readonly string[] {
      const described = operations.get(name)?.requestBody?.content[type]
      const faultsOf = type === 'application/json' ? faultsIn : faultsInForm
      return described ? faultsOf(described.schema, body) : [`no body of ${type} is described`]
    },
    async answer(name: string, answer: Response): Promise<readonly string[]> {
      const is = operations.get(name)
      if (!is) return ['not described']
      const status = statusIn(is, answer.status)
      if (!status) return [`${answer.status} is not described`]
      const text = await answer.text()
      const { content } = is.responses[status] ?? {}
      if (!content) return text === '' ? [] : [`${status} is described as empty`]
      const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
      if (!content[type]) return [`${status} as ${type} is not described`]
      const body: unknown = type === 'application/json' ? JSON.parse(text) : text
      return faultsIn(content[type].schema, body)
    },
  }
}
export type AnswerChecker = ReturnType<typeof answerChecker>

/** The status itself, or its hundred: `4XX`. */
function statusIn({ responses }: Operation, status: number): string | undefined {
  return [String(status), `${String(status)[0]}XX`].find((one) => responses[one])
}

function comparer(schemas: Described['components']['schemas'], options: { coerceTypes: boolean }) {
  // Formats are checked by the patterns that stand beside them.
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    validateFormats: false,
    ...options,
  })
  // What is referred to stands beside each schema, where it stands in the document.
  ajv.addKeyword('components')
  const compiled = new Map<unknown, Validate>()
  return (schema: unknown, value: unknown): readonly string[] => {
    const is =
      compiled.get(schema) ?? ajv.compile({ ...(schema as object), components: { schemas } })
    compiled.set(schema, is)
    if (is(structuredClone(value))) return []
    // Of a union every kind complains; the deepest places are where it went wrong.
    const faults = (is.errors ?? []).toSorted((a, b) => depthOf(b) - depthOf(a))
    return faults
      .slice(0, 3)
      .map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      )
  }
}

function depthOf({ instancePath }: { instancePath: string }): number {
  return instancePath.split('/').length
}
