import { parseJson } from '#platform/parse-json.ts'
import { ClientFrame, type RefusalCode } from './browser/frames.ts'

export type Gated =
  | { ok: true; frame: ClientFrame }
  /** `id` names the message when it could still be read. */
  | { ok: false; code: RefusalCode; id: string | null }

/** Turns what came over the socket into a frame, or says why not. Nothing of the content is kept. */
export function gateFrame(data: Buffer, isBinary: boolean, maxBytes: number): Gated {
  if (data.byteLength > maxBytes) return { ok: false, code: 'request-too-large', id: null }
  if (isBinary) return { ok: false, code: 'request-invalid', id: null }
  const content = parseJson(data.toString('utf8'))
  const parsed = ClientFrame.safeParse(content)
  if (!parsed.success) return { ok: false, code: 'request-invalid', id: idOf(content) }
  return { ok: true, frame: parsed.data }
}

function idOf(content: unknown): string | null {
  const id = typeof content === 'object' && content !== null && 'id' in content ? content.id : null
  return typeof id === 'string' && id.length <= 64 ? id : null
}
