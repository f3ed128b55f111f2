import { z } from 'zod'
import type { Delivery } from '#conversation/events.ts'
import type { WebhookDeps } from './deps.ts'
import { readReference } from './reference.ts'

/**
 * What became of a text that we sent ("Delivery Status Notification").
 * Source: GatewayAPI documentation, "REST API", section "Delivery Status Notification" (gatewayapi.com/docs/apis/rest).
 */
export const StatusReport = z.object({
  id: z.union([z.number().int(), z.string().min(1).max(64)]),
  status: z.string().min(1).max(40),
  code: z.union([z.string(), z.number()]).nullish(),
  userref: z.string().max(200).nullish(),
})
export type StatusReport = z.infer<typeof StatusReport>

/**
 * Records what is new. A report may overtake the answer to our send request, and even a crash in between:
 * it proves that the provider has the text, so that it is not sent once more.
 */
export async function takeStatus(
  { dialogue, outbox, log }: Pick<WebhookDeps, 'dialogue' | 'outbox' | 'log'>,
  report: StatusReport,
): Promise<void> {
  const about = readReference(report.userref ?? '')
  const delivery = deliveryOf(report)
  if (about === undefined || delivery === undefined) {
    log.info({ providerRef: report.id, status: report.status }, 'sms status without use')
    return
  }
  const { conversationId, messageId } = about
  await outbox.settle(messageId, { state: 'sent', providerRef: String(report.id) })
  const tell = (one: Delivery) =>
    dialogue.reportDelivery(conversationId, messageId, one, receivedAs(messageId, one))
  // What arrived was sent: recorded first, so that a late report of the sending changes nothing.
  if (delivery.status !== 'sent') await tell({ status: 'sent', providerRef: String(report.id) })
  await tell(delivery)
  log.info({ conversationId, messageId, status: delivery.status }, 'sms status recorded')
}

/** Several of the provider's states are one of ours, and each of ours is recorded once. */
export function receivedAs(messageId: string, { status }: Delivery): string {
  return `sms-status:${messageId}:${status}`
}

function deliveryOf({ id, status, code }: StatusReport): Delivery | undefined {
  switch (status.toUpperCase()) {
    case 'BUFFERED':
    case 'ENROUTE':
      return { status: 'sent', providerRef: String(id) }
    case 'DELIVERED':
    // The network answers for the phone: nothing more will be known.
    case 'ACCEPTED':
      return { status: 'delivered' }
    case 'EXPIRED':
    case 'DELETED':
    case 'UNDELIVERABLE':
    case 'REJECTED':
    case 'SKIPPED':
      return { status: 'failed', code: codeOf(code) ?? status.toLowerCase() }
  }
  return undefined
}

/** A number like `0x1013`; anything else could quote the text or the number. */
export function codeOf(code: unknown): string | undefined {
  const text = String(code ?? '')
  return /^(?:0x)?[0-9a-f]{1,8}$/i.test(text) ? text : undefined
}
