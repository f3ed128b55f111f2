import type { StaffActed } from '#dialogue/staff-acts.ts'
import { AppError } from '#platform/errors.ts'
import type { Account, Accounts } from './accounts.ts'
import type { DeskDeps } from './deps.ts'
import type { Act, ActResult } from './frames.ts'

/** Does what staff asked for. `messageId` is the browser's id of the act. */
export async function perform(
  act: Act,
  messageId: string,
  me: Account,
  { acts, presence, log }: Pick<DeskDeps, 'acts' | 'presence' | 'log'>,
  accounts: Pick<Accounts, 'get'>,
): Promise<ActResult> {
  const named = async (acted: StaffActed): Promise<StaffActed> => {
    if (acted.state !== 'taken') return acted
    return { state: 'taken', by: (await accounts.get(acted.by))?.name ?? acted.by }
  }
  try {
    switch (act.do) {
      case 'claim':
        return await named(await acts.claim(act.conversationId, me.id))
      case 'say':
        return await named(await acts.say(act.conversationId, me.id, act.text, messageId))
      case 'return':
        return await named(await acts.returnToBot(act.conversationId, me.id))
      case 'close': {
        const { conversationId, disposition, wrapUp } = act
        return await named(await acts.close(conversationId, me.id, disposition, wrapUp))
      }
      case 'note':
        return await named(await acts.note(act.conversationId, me.id, act.text))
      case 'report-callback': {
        const { conversationId, outcome, wrapUp } = act
        return await named(await acts.reportCallback(conversationId, me.id, outcome, wrapUp))
      }
      case 'show-number':
        return {
          state: 'number',
          number: (await acts.showNumber(act.conversationId, me.id)) ?? null,
        }
      case 'erase':
        if (me.role !== 'lead') return { state: 'refused', code: 'role-missing' }
        await acts.erase(act.conversationId, me.id, act.why)
        return { state: 'done' }
      case 'choose-presence':
        presence.choose(me.id, act.state)
        return { state: 'done' }
    }
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal-error'
    log.error({ err: error, code, act: act.do }, 'desk act failed')
    return { state: 'refused', code }
  }
}
