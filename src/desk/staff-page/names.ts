import type { Accounts } from '#desk/accounts.ts'
import type { Say } from '#desk/words.ts'

/** Who stands behind an entry of the audit trail: an account, a user of the machine, or somebody who has left. */
export async function namesOf(
  accounts: Pick<Accounts, 'list'>,
  say: Say,
): Promise<(by: string) => string> {
  const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]))
  return (by) => names.get(by) ?? (isAccountId(by) ? say('staff.removed-account') : by)
}

function isAccountId(by: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(by)
}
