import type { Outbox, OutboxFate, Outgoing } from '#dialogue/ports.ts'

export type MemoryOutbox = Outbox & {
  add(id: string, conversationId: string): void
  /** The last fate of a message, `waiting` before the first. */
  fateOf(id: string): string
  /** Everything settled, in order: `r1 sending`, `r1 retry provider-503`. */
  history: string[]
}

type Row = {
  id: string
  conversationId: string
  state: OutboxFate['state'] | 'waiting'
  attempts: number
  notBefore: string
  leaseUntil: string
}

/** The outbox in memory, with the rules of the stored one: in order, leased, in doubt when the sender was gone. */
export function memoryOutbox(): MemoryOutbox {
  const rows: Row[] = []
  const history: string[] = []
  const isOpen = ({ state }: Row) => state !== 'sent' && state !== 'dead'
  const isFirst = (row: Row) =>
    rows.find((one) => one.conversationId === row.conversationId && isOpen(one)) === row
  return {
    history,
    fateOf: (id) => rows.find((row) => row.id === id)?.state ?? 'unknown',
    add(id, conversationId) {
      rows.push({
        id,
        conversationId,
        state: 'waiting',
        attempts: 0,
        notBefore: '',
        leaseUntil: '',
      })
    },
    async lease(_channel, at, leaseUntil, limit) {
      const free = rows
        .filter((row) => isOpen(row) && isFirst(row) && row.notBefore <= at && row.leaseUntil <= at)
        .slice(0, limit)
      return free.map((row): Outgoing => {
        if (row.state === 'sending') row.state = 'in-doubt'
        row.leaseUntil = leaseUntil
        const { id, conversationId, attempts, state } = row
        return { id, conversationId, attempts, inDoubt: state === 'in-doubt' }
      })
    },
    async settle(id, fate) {
      const row = rows.find((one) => one.id === id)
      if (!row || (!isOpen(row) && fate.state !== 'sent')) return
      history.push([id, fate.state, 'reason' in fate ? fate.reason : ''].join(' ').trim())
      row.state = fate.state
      if (fate.state === 'sending') row.attempts++
      if (fate.state === 'retry' || fate.state === 'in-doubt') {
        row.notBefore = fate.at
        row.leaseUntil = ''
      }
    },
    async counts() {
      const count = (state: Row['state']) => rows.filter((row) => row.state === state).length
      return { waiting: count('waiting'), inDoubt: count('in-doubt'), dead: count('dead') }
    },
  }
}
