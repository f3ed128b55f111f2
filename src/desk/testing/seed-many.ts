import type { MemoryDesk } from './memory-desk.ts'

const queues = ['borgerservice', 'borgerservice', 'teknik-miljoe', 'erhverv']
const texts = [
  'der står en sofa i gården på 3. uge',
  'hej, er det stadig 190 kr?',
  'vi åbner café i august og vil gerne have borde på fortovet',
  'kan jeg tale med et menneske om min sag',
]

/** A morning when everything comes at once: so many wait, over queues and channels, most of them too long. */
export function seedMany(memory: MemoryDesk, count: number, at: string): void {
  for (let i = 0; i < count; i++) {
    const conversationId = `many-${i}`
    const sinceMs = Date.parse(at) - (count - i) * 14_000
    memory.put({
      conversationId,
      channel: i % 5 === 0 ? 'sms' : 'web-chat',
      queue: queues[i % queues.length] ?? null,
      topic: i % 3 === 0 ? 'pas-voksne' : null,
      reason: i % 2 === 0 ? 'asked-for-human' : 'no-answer',
      waitingSince: new Date(sinceMs).toISOString(),
      overdue: count - i > 22,
      reference: String(6_000_000 + i),
    })
    memory.add(conversationId, {
      by: 'citizen',
      id: `${conversationId}-u`,
      channel: 'web-chat',
      text: texts[i % texts.length] ?? '',
      masked: false,
    })
  }
}
