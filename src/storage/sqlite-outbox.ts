import type { ChannelName } from '#conversation/events.ts'
import type { Outbox, OutboxFate, Outgoing, Recorded } from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { GroupCommit } from './group-commit.ts'
import { instantMs } from './instant.ts'
import { messageOf, stopOf } from './outbox-rows.ts'
import type { Statements } from './statements.ts'

type Row = { id: string; conversation_id: string; attempts: number; state: string }

/**
 * waiting ─► sending ─► sent
 *               ├─► retry ──► sending …
 *               ├─► in-doubt (the answer was not seen, or the lease ran out while sending) ─► sending …
 *               └─► dead (given up; opted out or erased before it was sent)
 */
export class SqliteOutbox implements Outbox {
  readonly #statements: Statements
  readonly #commits: GroupCommit
  readonly #clock: Clock
  readonly #channels: ReadonlySet<ChannelName>

  constructor(
    statements: Statements,
    commits: GroupCommit,
    clock: Clock,
    channels: readonly ChannelName[],
  ) {
    this.#statements = statements
    this.#commits = commits
    this.#clock = clock
    this.#channels = new Set(channels)
  }

  /** Only the oldest unsent message of a conversation is handed out: the citizen reads them in order. */
  lease(channel: string, at: string, until: string, limit: number): Promise<readonly Outgoing[]> {
    return this.#commits.run(() => {
      const now = instantMs(at)
      this.#findInterrupted(now)
      const rows = this.#statements.all<Row>(
        `SELECT id, conversation_id, attempts, state FROM outbox AS one
         WHERE channel = ?1 AND state NOT IN ('sent', 'dead')
           AND not_before_ms <= ?2 AND lease_until_ms <= ?2
           AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
             WHERE earlier.conversation_id = one.conversation_id AND earlier.position < one.position
               AND earlier.state NOT IN ('sent', 'dead'))
         ORDER BY position LIMIT ?3`,
        channel,
        now,
        limit,
      )
      for (const { id } of rows) {
        const sql = 'UPDATE outbox SET lease_until_ms = ? WHERE id = ?'
        this.#statements.run(sql, instantMs(until), id)
      }
      return rows.map(({ id, conversation_id, attempts, state }) => ({
        id,
        conversationId: conversation_id,
        attempts,
        inDoubt: state === 'in-doubt',
      }))
    })
  }

  settle(id: string, fate: OutboxFate): Promise<void> {
    return this.#commits.run(() => this.#settle(id, fate))
  }

  counts(): Promise<{ waiting: number; inDoubt: number; dead: number }> {
    return this.#commits.read(() => {
      const counted = this.#statements.get<{ waiting: number; inDoubt: number }>(
        `SELECT count(*) FILTER (WHERE NOT doubt) AS waiting, count(*) FILTER (WHERE doubt) AS inDoubt
         FROM (SELECT state = 'in-doubt' OR (state = 'sending' AND lease_until_ms <= ?) AS doubt
           FROM outbox WHERE state NOT IN ('sent', 'dead'))`,
        instantMs(this.#clock.now()),
      )
      const sql = `SELECT count(*) AS dead FROM outbox WHERE state = 'dead'`
      const { dead } = this.#statements.get<{ dead: number }>(sql) ?? { dead: 0 }
      return { waiting: counted?.waiting ?? 0, inDoubt: counted?.inDoubt ?? 0, dead }
    })
  }

  /** For use inside a transaction. What stops a conversation spares what is said in the same change. */
  follow(recorded: readonly Recorded[]) {
    for (const one of recorded) {
      const stop = stopOf(one)
      if (stop) this.#stop(one.conversationId, stop, recorded[0]?.position ?? 0)
      const message = messageOf(one)
      if (!message || !this.#channels.has(message.channel)) continue
      this.#statements.run(
        `INSERT INTO outbox (id, position, conversation_id, channel, state)
         VALUES (?, ?, ?, ?, 'waiting')`,
        message.id,
        one.position,
        one.conversationId,
        message.channel,
      )
    }
  }

  #stop(conversationId: string, why: string, before: number) {
    this.#statements.run(
      `UPDATE outbox SET stopped = ?1, reason = ?1, state = iif(state = 'sending', state, 'dead')
       WHERE conversation_id = ?2 AND position < ?3 AND state NOT IN ('sent', 'dead')`,
      why,
      conversationId,
      before,
    )
  }

  /** Whoever was sending these is gone, and did not say how it went. */
  #findInterrupted(now: number) {
    this.#statements.run(
      `UPDATE outbox SET state = iif(stopped IS NULL, 'in-doubt', 'dead')
       WHERE state NOT IN ('sent', 'dead') AND state = 'sending' AND lease_until_ms <= ?`,
      now,
    )
  }

  #settle(id: string, fate: OutboxFate) {
    switch (fate.state) {
      case 'sending':
        this.#statements.run(
          `UPDATE outbox SET state = 'sending', attempts = attempts + 1
           WHERE id = ? AND state NOT IN ('sent', 'dead')`,
          id,
        )
        return
      case 'sent':
        this.#statements.run(
          `UPDATE outbox SET state = 'sent', provider_ref = ?, reason = NULL WHERE id = ?`,
          fate.providerRef,
          id,
        )
        return
      case 'retry':
        return this.#tryLater(id, 'retry', fate.at, fate.reason)
      case 'in-doubt':
        return this.#tryLater(id, 'in-doubt', fate.at, null)
      case 'dead':
        this.#statements.run(
          `UPDATE outbox SET state = 'dead', reason = ? WHERE id = ? AND state NOT IN ('sent', 'dead')`,
          fate.reason,
          id,
        )
    }
  }

  /** An attempt that nobody announced as `sending`, such as a look-up at the provider, counts here. */
  #tryLater(id: string, state: 'retry' | 'in-doubt', at: string, reason: string | null) {
    this.#statements.run(
      `UPDATE outbox SET state = iif(stopped IS NULL, ?1, 'dead'), reason = coalesce(stopped, ?2),
         attempts = attempts + (state <> 'sending'), not_before_ms = ?3, lease_until_ms = 0
       WHERE id = ?4 AND state NOT IN ('sent', 'dead')`,
      state,
      reason,
      instantMs(at),
      id,
    )
  }
}
