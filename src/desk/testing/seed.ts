import type { MemoryDesk } from './memory-desk.ts'

/** A morning at the desk: three waiting, one promised call that is overdue, one text to answer, one with a colleague. */
export function seedMorning(memory: MemoryDesk): void {
  const at = (time: string) => `2026-06-08T${time}:00.000Z`
  const said = (id: string, ...texts: string[]) =>
    memory.add(
      id,
      ...texts.map(
        (text, i) =>
          ({ by: 'citizen', id: `${id}-u${i}`, channel: 'web-chat', text, masked: false }) as const,
      ),
    )
  memory.put({
    conversationId: 'pas',
    topic: 'pas-voksne',
    waitingSince: at('07:10'),
    questions: 2,
    answered: 1,
  })
  said('pas', 'hvordan får jeg et nyt pas')
  memory.add('pas', {
    by: 'bot',
    id: 'pas-r0',
    channel: 'web-chat',
    language: 'da',
    text: '**Du bestiller tid i Borgerservice og møder selv op.** Udfyld ansøgningen på nettet.\n\n- Tag dit seneste pas med\n- Betal i Borgerservice\n\n[Bestil tid](https://example.org/tid)',
    card: null,
    outcome: 'answered',
    utteranceIds: ['pas-u0'],
    articles: [
      { articleId: 'pas-voksne', title: 'Pas til voksne', version: '3f9c21aa0011', part: 'main' },
    ],
  })
  memory.add(
    'pas',
    {
      by: 'citizen',
      id: 'pas-u1',
      channel: 'web-chat',
      text: 'mit gamle pas er stjålet, kan jeg tale med nogen',
      masked: true,
    },
    memory.event('queued'),
  )
  memory.put({
    conversationId: 'sofa',
    waitingSince: at('07:08'),
    overdue: true,
    reason: 'no-answer',
    reference: '7130524',
  })
  said('sofa', 'der står en sofa i gården på 3. uge')
  memory.put({
    conversationId: 'krise',
    waitingSince: at('07:15'),
    alarm: true,
    reason: 'crisis',
    reference: '7130531',
  })
  said('krise', 'jeg kan ikke mere')
  memory.put({
    conversationId: 'licens',
    state: 'closed',
    topic: 'beboerlicens',
    waitingSince: null,
    callback: {
      reference: '3308641',
      means: 'phone',
      slot: { from: '2026-06-04T10:00:00.000Z', to: '2026-06-04T14:00:00.000Z' },
      queue: 'teknik-miljoe',
      phoneOf: 'licens-u0',
      attempts: 1,
      state: 'tried',
    },
    queue: 'teknik-miljoe',
    reference: null,
    questions: 1,
    answered: 1,
  })
  said('licens', 'jeg har fået ny bil, den er leaset, ring til mig')
  memory.put({
    conversationId: 'mitid',
    channel: 'sms',
    language: 'en',
    callback: {
      reference: '3308658',
      means: 'here',
      slot: { from: at('07:00'), to: at('10:00') },
      queue: 'borgerservice',
      phoneOf: 'address',
      attempts: 0,
      state: 'open',
    },
    waitingSince: at('07:00'),
    reference: '3308658',
  })
  said('mitid', 'my mitid is locked')
}
