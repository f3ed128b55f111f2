import { describedPage, type PageIs } from '#platform/described-page.ts'

/** A page or form of the chat without a script, in the description of the API. */
export function describedChatPage(is: Omit<PageIs, 'security' | 'faults'>) {
  return describedPage({ ...is, security: 'chat', faults: 'page' })
}
