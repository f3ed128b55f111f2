import type { House } from '#house'

/** The provider of the demo's past took every text message, and delivered it. */
export async function deliverAll({ storage, engine, clock }: House): Promise<void> {
  const at = clock.now()
  for (const { id, conversationId } of await storage.outbox.lease('sms', at, at, 100)) {
    await storage.outbox.settle(id, { state: 'sent', providerRef: `demo-${id}` })
    const delivery = { status: 'delivered' } as const
    await engine.dialogue.reportDelivery(conversationId, id, delivery, `demo:${id}`)
  }
}
