type Schemas = Record<string, unknown>
type Described = { paths?: unknown; components?: { schemas?: Schemas } }

/**
 * Leaves out the schemas that nothing refers to. Each comes twice, as it is written and as `…Input`, as it is read: where
 * only what is read is used, it goes by the plain name.
 */
export function onlyUsedSchemas<Whole extends Described>(document: Whole): Whole {
  const all = document.components?.schemas ?? {}
  const used = usedIn(document.paths, all)
  const plain = (name: string) => {
    const short = name.replace(/Input$/, '')
    return used.has(short) ? name : short
  }
  const kept = Object.entries(all).filter(([name]) => used.has(name))
  const schemas = Object.fromEntries(kept.map(([name, schema]) => [plain(name), schema]))
  const whole = { ...document, components: { ...document.components, schemas } }
  const text = JSON.stringify(whole, (key, value) =>
    key === '$ref' && typeof value === 'string' ? PLACE + plain(value.slice(PLACE.length)) : value,
  )
  return JSON.parse(text) as Whole
}

const PLACE = '#/components/schemas/'

function usedIn(paths: unknown, all: Schemas): ReadonlySet<string> {
  const used = new Set<string>()
  const look = (part: unknown): void => {
    JSON.stringify(part, (key, value) => {
      const name = key === '$ref' && typeof value === 'string' ? value.slice(PLACE.length) : null
      if (name !== null && !used.has(name)) {
        used.add(name)
        look(all[name])
      }
      return value
    })
  }
  look(paths)
  return used
}
