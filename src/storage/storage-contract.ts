import { describe } from 'vitest'
import { dueTimesContract } from './contract/due-times-contract.ts'
import { eventLogContract } from './contract/event-log-contract.ts'
import type { Open } from './contract/kit.ts'
import { logOrderContract } from './contract/log-order-contract.ts'
import { outboxContract } from './contract/outbox-contract.ts'
import { outboxStopContract } from './contract/outbox-stop-contract.ts'
import { personalStoreContract } from './contract/personal-store-contract.ts'
import { registersContract } from './contract/registers-contract.ts'
import { viewsContract } from './contract/views-contract.ts'

/** What every kind of storage must do. `open` gives one that is empty, each time it is called. */
export function storageContract(name: string, open: Open) {
  describe(`storage: ${name}`, () => {
    eventLogContract(open)
    logOrderContract(open)
    personalStoreContract(open)
    dueTimesContract(open)
    outboxContract(open)
    outboxStopContract(open)
    viewsContract(open)
    registersContract(open)
  })
}
