import type { ChannelName } from '#conversation/events.ts'
import type {
  DueTimes,
  EventLog,
  Outbox,
  PersonalStore,
  Registers,
  View,
  Views,
} from '#dialogue/ports.ts'
import type { Clock } from '#platform/clock.ts'
import type { AppError } from '#platform/errors.ts'

/** All that is kept, behind the ports of the dialogue. `storageContract` says what every kind of storage must do. */
export type Storage = AsyncDisposable & {
  log: EventLog
  personal: PersonalStore
  dues: DueTimes
  outbox: Outbox
  views: Views
  registers: Registers
  /** What the open database itself says of how it writes: `FULL` waits for the disk at each commit. */
  synchronous(): Promise<'OFF' | 'NORMAL' | 'FULL' | 'EXTRA' | 'unknown'>
  /** What stands in the way of the work now, each with what to do; none when all is well. */
  problems(): Promise<readonly AppError[]>
  /** Writes what is still waiting to be written, then lets go of everything. */
  close(): Promise<void>
}

export type StorageOptions = {
  views: readonly View<unknown>[]
  /** Channels without a connection: what is said on them waits in the outbox. */
  outboxChannels: readonly ChannelName[]
  clock: Clock
}
