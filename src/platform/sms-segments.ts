/** How an SMS is sent: in GSM-7 when every character is in its alphabet, otherwise in UCS-2. */
export type Segments = {
  encoding: 'gsm-7' | 'ucs-2'
  /** Septets, an escaped character being two; or UTF-16 code units. */
  units: number
  segments: number
  /** The characters that are not in GSM-7, each once: what makes the text expensive. */
  odd: readonly string[]
}

/** Counts what a text costs. A segment of several has room for less, because it carries its place in the row. */
export function countSegments(text: string): Segments {
  const characters = [...text]
  const odd = [...new Set(characters.filter((c) => !basic.has(c) && !escaped.has(c)))]
  const encoding = odd.length === 0 ? 'gsm-7' : 'ucs-2'
  // An escape pair and a surrogate pair are one character of two units: they are never cut in two.
  const costs = characters.map((c) => (encoding === 'ucs-2' ? c.length : escaped.has(c) ? 2 : 1))
  const units = costs.reduce((sum, cost) => sum + cost, 0)
  return { encoding, units, segments: fill(costs, units, room[encoding]), odd }
}

type Room = { alone: number; inRow: number }
const room: Readonly<Record<Segments['encoding'], Room>> = {
  'gsm-7': { alone: 160, inRow: 153 },
  'ucs-2': { alone: 70, inRow: 67 },
}

function fill(costs: readonly number[], units: number, { alone, inRow }: Room): number {
  if (units <= alone) return 1
  let segments = 1
  let left = inRow
  for (const cost of costs) {
    if (cost > left) {
      segments++
      left = inRow
    }
    left -= cost
  }
  return segments
}

// 3GPP TS 23.038, 6.2.1: the default alphabet, and what follows an escape.
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡' +
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const escaped = new Set('^{}\\[~]|€\f')
