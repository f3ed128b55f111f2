import type { FastifyRequest } from 'fastify'
import { AppError } from '#platform/errors.ts'
import type { Account } from './accounts.ts'

/** Who asks, or an error that says what is missing. */
export type Rights = {
  staff(request: FastifyRequest): Promise<Account>
  lead(request: FastifyRequest): Promise<Account>
}

export function rightsOf(who: (request: FastifyRequest) => Promise<Account | undefined>): Rights {
  const staff = async (request: FastifyRequest) => {
    const me = await who(request)
    if (!me) throw new AppError('not-signed-in', 'You are not signed in.', 'Sign in at /desk.')
    return me
  }
  return {
    staff,
    async lead(request) {
      const me = await staff(request)
      if (me.role === 'lead') return me
      throw new AppError('role-missing', 'Only a lead may do this.', 'Ask the lead of the desk.')
    },
  }
}
