import type { View } from '#conversation/view.ts'

/** What an address stands for: its open conversation, and whether it asked for silence. By address. */
export type AddressDoc = { conversationId: string | null; optedOut: boolean }

export const addressView: View<AddressDoc> = {
  name: 'address',
  project({ conversationId, event }, read) {
    switch (event.type) {
      case 'conversation-started':
        return change(event.address, { conversationId })
      case 'opted-out':
        return change(event.address, { optedOut: true })
      case 'opted-in':
        return change(event.address, { optedOut: false })
      default:
        return []
    }
    function change(address: string, part: Partial<AddressDoc>) {
      const before = read(address) ?? { conversationId: null, optedOut: false }
      return [{ key: address, doc: { ...before, ...part } }]
    }
  },
}
