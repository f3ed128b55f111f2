/** Our reference at the provider, which comes back with every status: a status is then recorded without a look-up. */
export function writeReference(conversationId: string, messageId: string): string {
  return `${conversationId}/${messageId}`
}

export function readReference(
  reference: string,
): { conversationId: string; messageId: string } | undefined {
  const [conversationId, messageId, more] = reference.split('/')
  if (!conversationId || !messageId || more !== undefined) return undefined
  return { conversationId, messageId }
}
