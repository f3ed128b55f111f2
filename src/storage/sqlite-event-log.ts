import { type ConversationEvent, type EventType, overtakes } from '#conversation/events.ts'
import type { Change, EventLog, Recorded } from '#dialogue/ports.ts'
import type { GroupCommit } from './group-commit.ts'
import { instantMs } from './instant.ts'
import type { Kept } from './kept.ts'
import { isErased, writeValue } from './personal-values.ts'
import { RecentEvents } from './recent-events.ts'
import type { RecentValues } from './recent-values.ts'
import type { Statements } from './statements.ts'

/** Something that is committed together with the events that cause it. */
export type Follower = { follow(recorded: readonly Recorded[]): void }

type EventRow = { position: number; conversation_id: string; version: number; json: string }

export class SqliteEventLog implements EventLog {
  readonly #statements: Statements
  readonly #commits: GroupCommit
  readonly #followers: readonly Follower[]
  readonly #recent: RecentEvents
  readonly #values: RecentValues

  constructor(
    statements: Statements,
    commits: GroupCommit,
    kept: Kept,
    values: RecentValues,
    followers: readonly Follower[],
  ) {
    this.#statements = statements
    this.#commits = commits
    this.#recent = new RecentEvents(kept)
    this.#values = values
    this.#followers = followers
  }

  read(conversationId: string, afterVersion = 0): Promise<readonly Recorded[]> {
    return this.#commits.read(() => {
      const all = this.#eventsOf(conversationId)
      return afterVersion === 0 ? all : all.slice(afterVersion)
    })
  }

  after(position: number, limit: number): Promise<readonly Recorded[]> {
    return this.#commits.read(
      () => this.#recent.after(position, limit) ?? readAfter(this.#statements, position, limit),
    )
  }

  record(conversationId: string, change: Change): Promise<'recorded' | 'repeated'> {
    return this.#commits.run(() => this.write(conversationId, change))
  }

  append(
    conversationId: string,
    basedOnVersion: number,
    change: Change,
    overtakenBy: readonly EventType[] = overtakes,
  ): Promise<'recorded' | 'overtaken'> {
    return this.#commits.run(() => {
      // What was written before is written: that its own events are newer is no reason to refuse it.
      if (this.#isReceived(change)) return 'recorded'
      if (this.#isOvertaken(conversationId, basedOnVersion, overtakenBy)) return 'overtaken'
      if (!this.#isStillSo(change)) return 'overtaken'
      this.write(conversationId, change)
      return 'recorded'
    })
  }

  newestPosition(): Promise<number> {
    return this.#commits.read(() => this.#newest())
  }

  hasReceived(receivedAs: string): Promise<boolean> {
    return this.#commits.read(() => this.#isReceived({ receivedAs }))
  }

  onCommit(listener: (position: number) => void): () => void {
    let told = this.#newest()
    return this.#commits.onCommit(() => {
      const newest = this.#newest()
      if (newest === told) return
      told = newest
      listener(newest)
    })
  }

  /** For use inside a transaction. */
  write(conversationId: string, change: Change): 'recorded' | 'repeated' {
    if (change.receivedAs !== undefined) {
      const sql = 'INSERT OR IGNORE INTO received VALUES (?, ?)'
      const { changes } = this.#statements.run(sql, change.receivedAs, conversationId)
      if (changes === 0) return 'repeated'
    }
    const recorded = this.#writeEvents(conversationId, change.events)
    this.#recent.add(conversationId, recorded)
    this.#writePersonal(conversationId, change.personal ?? [])
    this.#writeDues(conversationId, change.dues ?? [])
    for (const follower of this.#followers) follower.follow(recorded)
    return 'recorded'
  }

  #isReceived({ receivedAs }: Pick<Change, 'receivedAs'>): boolean {
    if (receivedAs === undefined) return false
    const sql = 'SELECT 1 FROM received WHERE received_as = ?'
    return this.#statements.get(sql, receivedAs) !== undefined
  }

  #isOvertaken(conversationId: string, version: number, by: readonly EventType[]): boolean {
    return this.#eventsOf(conversationId)
      .slice(version)
      .some(({ event }) => by.includes(event.type))
  }

  /** Also what another process has switched meanwhile: the commit holds the database. */
  #isStillSo({ onlyWhile }: Change): boolean {
    if (onlyWhile === undefined) return true
    const { register, keys } = onlyWhile
    const sql = 'SELECT key FROM registers WHERE register = ?'
    const now = this.#statements.all<{ key: string }>(sql, register).map(({ key }) => key)
    return now.length === keys.length && now.every((key) => keys.includes(key))
  }

  #writeEvents(conversationId: string, events: readonly ConversationEvent[]): Recorded[] {
    if (events.length === 0) return []
    const newest = this.#eventsOf(conversationId).length
    return events.map((event, i) => {
      const version = newest + i + 1
      const { rowId } = this.#statements.run(
        'INSERT INTO events (conversation_id, version, type, json) VALUES (?, ?, ?, ?)',
        conversationId,
        version,
        event.type,
        JSON.stringify(event),
      )
      return { position: rowId, conversationId, version, event }
    })
  }

  #writePersonal(conversationId: string, values: NonNullable<Change['personal']>) {
    // A message may cross with the erasure of its conversation: its text is not kept either.
    if (values.length === 0 || isErased(this.#statements, conversationId)) return
    for (const value of values) {
      writeValue(this.#statements, conversationId, value)
      this.#values.set(conversationId, value)
    }
  }

  #writeDues(conversationId: string, dues: NonNullable<Change['dues']>) {
    for (const { what, at } of dues) {
      if (at === null) {
        const sql = 'DELETE FROM due_times WHERE conversation_id = ? AND what = ?'
        this.#statements.run(sql, conversationId, what)
      } else {
        const sql = `INSERT INTO due_times VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET at = excluded.at, at_ms = excluded.at_ms`
        this.#statements.run(sql, conversationId, what, at, instantMs(at))
      }
    }
  }

  /** Versions count from 1 without a gap. */
  #eventsOf(conversationId: string): readonly Recorded[] {
    return this.#recent.of(conversationId, () => readEvents(this.#statements, conversationId))
  }

  #newest(): number {
    return this.#recent.newestPosition() ?? newestPosition(this.#statements)
  }
}

export function newestPosition(statements: Statements): number {
  const sql = 'SELECT coalesce(max(position), 0) AS newest FROM events'
  return statements.get<{ newest: number }>(sql)?.newest ?? 0
}

function readEvents(statements: Statements, conversationId: string): Recorded[] {
  const sql = 'SELECT * FROM events WHERE conversation_id = ? ORDER BY version'
  return statements.all<EventRow>(sql, conversationId).map(toRecorded)
}

export function readAfter(statements: Statements, position: number, limit: number): Recorded[] {
  const sql = 'SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?'
  return statements.all<EventRow>(sql, position, limit).map(toRecorded)
}

function toRecorded({ position, conversation_id, version, json }: EventRow): Recorded {
  return {
    position,
    conversationId: conversation_id,
    version,
    event: JSON.parse(json) as ConversationEvent,
  }
}
