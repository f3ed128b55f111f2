import type { Account } from '#desk/accounts.ts'

export type StaffPageName = 'search' | 'feedback' | 'switches' | 'special-days'

/** The pages beside the live one that this person may open. */
export function staffLinks({ role }: Pick<Account, 'role'>): readonly StaffPageName[] {
  return role === 'lead'
    ? ['search', 'feedback', 'switches', 'special-days']
    : ['search', 'feedback']
}
