import { countSegments, type Segments } from '#platform/sms-segments.ts'

/** A text as the phone shows it. */
export type PhoneText = {
  id: number
  by: 'citizen' | 'city'
  text: string
  /** When it was written or arrived; an instant in ISO 8601. */
  at: string
  segments: Segments
  /** `waiting` is on its way to the city; `sent` has left the provider. */
  fate: 'waiting' | 'sent' | 'delivered'
  fateAt: string
}

/** The phones of the demo, by number. They live as long as the process. */
export type Handsets = {
  add(msisdn: number, by: PhoneText['by'], text: string): PhoneText
  settle(text: PhoneText, fate: PhoneText['fate']): void
  of(msisdn: number): readonly PhoneText[]
}

export function createHandsets(now: () => string): Handsets {
  const texts = new Map<number, PhoneText[]>()
  // The city remembers ids for longer than this process lives: after a new start none may come again.
  let lastId = Date.now() * 100
  return {
    add(msisdn, by, text) {
      const at = now()
      const fate = by === 'citizen' ? 'waiting' : 'sent'
      const one: PhoneText = {
        id: ++lastId,
        by,
        text,
        at,
        segments: countSegments(text),
        fate,
        fateAt: at,
      }
      texts.set(msisdn, [...(texts.get(msisdn) ?? []), one])
      return one
    },
    settle(text, fate) {
      text.fate = fate
      text.fateAt = now()
    },
    of: (msisdn) => texts.get(msisdn) ?? [],
  }
}
