import type { Slot } from '#conversation/events.ts'
import type { Surroundings } from '#conversation/surroundings.ts'

export const AT = '2026-06-08T08:00:00.000Z'
export const slots: readonly Slot[] = [
  { from: '2026-06-08T10:00:00.000Z', to: '2026-06-08T14:00:00.000Z' },
  { from: '2026-06-09T07:00:00.000Z', to: '2026-06-09T10:00:00.000Z' },
  { from: '2026-06-09T10:00:00.000Z', to: '2026-06-09T14:00:00.000Z' },
]

export type World = Partial<Surroundings['desk']> & {
  at?: string
  articlesOff?: readonly string[]
  botOff?: boolean
  unpublished?: readonly string[]
  fits?: Surroundings['texts']['fits']
}

let ids = 0

/** The world around a decision: by day, somebody on duty, every article of a test published. */
export function world(changes: World = {}): Surroundings {
  const { at = AT, articlesOff = [], botOff = false, unpublished = [], fits, ...desk } = changes
  ids += 1
  const published = ['passport', 'licence', 'moving'].filter((id) => !unpublished.includes(id))
  return {
    at,
    fresh: { replyId: `reply-${ids}`, reference: '1234567' },
    desk: {
      queue: 'borgerservice',
      accepting: true,
      open: true,
      onDuty: true,
      ahead: 0,
      opensAt: '2026-06-09T07:00:00.000Z',
      overdueAt: '2026-06-08T08:05:00.000Z',
      lookAt: '2026-06-08T08:10:00.000Z',
      slots,
      slotsOn: () => [],
      isClosedOn: () => false,
      ...desk,
    },
    switches: { botOff, articlesOff: new Set(articlesOff) },
    texts: {
      intentVersions: new Map(),
      articleVersions: new Map(published.map((id) => [id, { da: 'v1', en: 'v1' }])),
      noticeInside: new Set(['crisis-suicide.lines', 'crisis-suicide.again']),
      fits: fits ?? (() => true),
    },
  }
}

export const closed: World = { open: false, onDuty: false }
