/**
 * Plain data as bytes: a header in JSON, and after it every typed array as it stands in memory, so that reading is
 * no copying: the arrays that come back are windows on the bytes. For a machine's own use: the order of bytes is its own.
 */
export function toBytes(data: object): Uint8Array {
  const arrays: FlatArray[] = []
  let end = 0
  const json = JSON.stringify(data, (_, value: unknown) => {
    if (!isFlatArray(value)) return value
    const place: Place = { array: value.constructor.name, at: end, length: value.length }
    arrays.push(value)
    end = aligned(end + value.byteLength)
    return place
  })
  const header = new TextEncoder().encode(json)
  const start = aligned(LENGTH + header.length)
  const bytes = new Uint8Array(start + end)
  new DataView(bytes.buffer).setUint32(0, header.length)
  bytes.set(header, LENGTH)
  let at = start
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at = aligned(at + byteLength)
  }
  return bytes
}

/** Throws on bytes that are none of `toBytes`, or not all of them. */
export function fromBytes(from: Uint8Array): unknown {
  const { buffer, byteOffset, byteLength } =
    from.byteOffset % ALIGNED === 0 ? from : Uint8Array.from(from)
  const length = new DataView(buffer, byteOffset, byteLength).getUint32(0)
  const json = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + LENGTH, length))
  const start = byteOffset + aligned(LENGTH + length)
  return JSON.parse(json, (_, value: unknown) => {
    if (!isPlace(value)) return value
    const make = kinds[value.array]
    return make === undefined
      ? value
      : new make(buffer as ArrayBuffer, start + value.at, value.length)
  })
}

type Place = { array: string; at: number; length: number }
type FlatArray = InstanceType<(typeof kinds)[string] & {}>
const kinds: Readonly<
  Record<
    string,
    | Int8ArrayConstructor
    | Uint8ArrayConstructor
    | Uint16ArrayConstructor
    | Int32ArrayConstructor
    | Uint32ArrayConstructor
    | Float32ArrayConstructor
    | Float64ArrayConstructor
  >
> = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array }

/** Where the length of the header stands, before it. */
const LENGTH = 4
/** The widest number has eight bytes. */
const ALIGNED = 8

function aligned(at: number): number {
  return Math.ceil(at / ALIGNED) * ALIGNED
}

function isFlatArray(value: unknown): value is FlatArray {
  return ArrayBuffer.isView(value) && value.constructor.name in kinds
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'array' in value && 'at' in value
}
