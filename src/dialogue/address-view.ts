import type { View } from '#conversation/view.ts'

/** What an address stands for: its newest conversation, and whether it asked for silence. By address. */
export type AddressDoc = { conversationId: string | null; optedOut: boolean }

export const addressView: View<AddressDoc> = {
  name: 'address',
  project({ conversationId, event }, read) {
    const change = (address: string, part: Partial<AddressDoc>) => {
      const before = read(address) ?? { conversationId: null, optedOut: false }
      return [{ key: address, doc: { ...before, ...part } }]
    }
    if (event.type === 'conversation-started') return change(event.address, { conversationId })
    if (event.type === 'opted-out') return change(event.address, { optedOut: true })
    if (event.type === 'opted-in') return change(event.address, { optedOut: false })
    return []
  },
}
