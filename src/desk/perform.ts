import type { StaffActed } from '#dialogue/staff-acts.ts'
import { AppError, type ErrorCode } from '#platform/errors.ts'
import type { Account, Accounts } from './accounts.ts'
import type { CannedReplies } from './canned-replies.ts'
import type { DeskDeps } from './deps.ts'
import type { Act, ActResult } from './frames.ts'

/** Does what staff asked for. `messageId` is the browser's id of the act. */
export async function perform(
  act: Act,
  messageId: string,
  me: Account,
  { acts, presence, log }: Pick<DeskDeps, 'acts' | 'presence' | 'log'>,
  { accounts, canned }: { accounts: Pick<Accounts, 'get'>; canned: CannedReplies },
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
        // Nobody is shown the door without a reason that a colleague can read.
        if (disposition === 'ended-for-abuse' && wrapUp === '') return refused('request-invalid')
        return await named(await acts.close(conversationId, me.id, disposition, wrapUp))
      }
      case 'reopen':
        return await named(await acts.reopen(act.conversationId, me.id))
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
        if (me.role !== 'lead') return refused('role-missing')
        await acts.erase(act.conversationId, me.id, act.why)
        return { state: 'done' }
      case 'keep-canned':
        if (me.role !== 'lead') return refused('role-missing')
        await canned.keep(act.id, act.words, me.id)
        return { state: 'done' }
      case 'remove-canned':
        if (me.role !== 'lead') return refused('role-missing')
        await canned.remove(act.id, me.id)
        return { state: 'done' }
      case 'choose-presence':
        presence.choose(me.id, act.state)
        return { state: 'done' }
    }
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal-error'
    log.error({ err: error, code, act: act.do }, 'desk act failed')
    return refused(code)
  }
}

function refused(code: ErrorCode): ActResult {
  return { state: 'refused', code }
}
